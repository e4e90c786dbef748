package io.github.mnist4j;

import io.github.mnist4j.errors.NonFiniteException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Tensor;
import java.util.Locale;
import java.util.Map;

/** Says where a network's numbers went out of range. */
final class NonFinite {
  private NonFinite() {}

  /**
   * Returns the error for a loss.
   *
   * @param where the epoch and the step
   */
  static NonFiniteException loss(double loss, String where, double rate, Weights weights) {
    return Problem.of("the loss became " + loss + " in " + where)
        .expected("a finite loss")
        .got("learning rate " + rate + ", " + describe(weights))
        .fix("lower the learning rate, or scale the data to about 0..1")
        .see("loss-not-finite")
        .asNonFiniteException();
  }

  /** Names the first weight that is not finite, or the largest one where all still are. */
  static String describe(Weights weights) {
    String largest = "none";
    float greatest = 0;
    for (Map.Entry<String, Tensor> weight : weights.tensors().entrySet()) {
      for (float value : weight.getValue().data()) {
        if (!Float.isFinite(value)) {
          return "weight '" + weight.getKey() + "' is the first that is not finite";
        }
        if (Math.abs(value) > greatest) {
          greatest = Math.abs(value);
          largest = weight.getKey();
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "weights finite, the largest %.3g in '%s': the outputs overflowed",
        greatest,
        largest);
  }
}
