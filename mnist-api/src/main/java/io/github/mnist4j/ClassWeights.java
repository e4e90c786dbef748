package io.github.mnist4j;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.Map;
import java.util.TreeSet;

/** How much a sample counts by its class: that of its number, or of the greatest of its target. */
final class ClassWeights {
  private final Map<Integer, Double> weights;
  private final int width;

  /**
   * Takes weights for training on a set.
   *
   * @throws io.github.mnist4j.errors.DataException if the set has weights of its own, its targets
   *     are no classes, or one of the classes cannot be
   */
  ClassWeights(Map<Integer, Double> weights, Dataset data, Shape output) {
    this.weights = weights;
    width = data.yShape().size();
    if (data.isWeighted()) {
      throw Problem.of("samples are weighted twice: by their class and one by one")
          .expected("classWeight, or a weighted data set")
          .got("both")
          .fix("multiply them yourself, and give the data set the products: .weighted(…)")
          .see("class-weight")
          .asDataException();
    }
    if (data.yShape().rank() > 1) {
      throw Problem.of("classWeight needs samples of one class each")
          .expected("class numbers, y of shape (n,), or one-hot targets, y of shape (n, classes)")
          .got("y of shape " + data.yShape().toBatchString().replace("None", "n"))
          .fix("weight the samples one by one: .weighted(…)")
          .see("class-weight")
          .asDataException();
    }
    int classes = Math.max(2, Math.max(width, output.rank() == 0 ? 1 : output.dim(-1)));
    for (int label : new TreeSet<>(weights.keySet())) {
      if (label >= classes) {
        throw Problem.of("classWeight has a class that the network has not")
            .expected("classes from 0 to " + (classes - 1))
            .got("class " + label)
            .fix("count classes from 0")
            .see("class-weight")
            .asDataException();
      }
    }
  }

  /** Fills in the weights of {@code n} samples by their targets. */
  void fill(int n, float[] y, float[] filled) {
    for (int i = 0; i < n; i++) {
      filled[i] = weights.getOrDefault(label(y, i * width), 1.0).floatValue();
    }
  }

  private int label(float[] y, int start) {
    if (width == 1) {
      return (int) Math.rint(y[start]);
    }
    int best = 0;
    for (int j = 1; j < width; j++) {
      if (y[start + j] > y[start + best]) {
        best = j;
      }
    }
    return best;
  }
}
