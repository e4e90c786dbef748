package io.github.mnist4j;

import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Tensor;
import java.util.Locale;
import java.util.Map;

/** Says where a network's numbers went out of range. */
final class NonFinite {
  private NonFinite() {}

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
