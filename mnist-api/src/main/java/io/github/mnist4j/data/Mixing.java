package io.github.mnist4j.data;

import io.github.mnist4j.augmentations.Box;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;

/** How two samples become one. */
interface Mixing {
  /**
   * Mixes a sample with another one.
   *
   * @param random what is drawn for this sample
   * @param x has the sample from {@code at}, and receives the mixed one
   * @param other has the other sample from {@code at}
   * @return how much of the mixed sample is the first one, 0 to 1
   */
  double mix(RandomStream random, float[] x, float[] other, int at);

  /** Each number a mean of both, by a weight of Beta(alpha, alpha). */
  static Mixing up(int size, double alpha) {
    return (random, x, other, at) -> {
      double kept = beta(random, alpha);
      blend(x, other, at, size, kept);
      return kept;
    };
  }

  /** Brings {@code kept} of the one and the rest of the other together. */
  static void blend(float[] x, float[] other, int at, int size, double kept) {
    float weight = (float) kept;
    float rest = (float) (1 - kept);
    for (int i = at; i < at + size; i++) {
      x[i] = weight * x[i] + rest * other[i];
    }
  }

  /** A rectangle of the other. */
  static Mixing cut(Shape image, double lower, double upper) {
    int height = image.dim(0);
    int width = image.dim(1);
    int row = width * (image.rank() == 2 ? 1 : image.dim(2));
    return (random, x, other, at) -> {
      double alpha = lower + (upper - lower) * random.uniformDouble(0) + 1e-6;
      double side = Math.sqrt(1 - beta(random.split("weight"), alpha));
      double left = random.uniformDouble(1) * (width - side * width);
      double top = random.uniformDouble(2) * (height - side * height);
      Box box = Box.of(left, left + side * width, top, top + side * height);
      paste(box, row, row / width, x, other, at);
      return 1 - side * side;
    };
  }

  private static void paste(Box box, int row, int channels, float[] x, float[] other, int at) {
    int length = Math.max(0, box.right() - box.left()) * channels;
    for (int y = box.top(); y < box.bottom(); y++) {
      int start = at + y * row + box.left() * channels;
      System.arraycopy(other, start, x, start, length);
    }
  }

  /**
   * Draws from Beta(alpha, alpha), of two gamma variables. Their logarithms are compared, for of a
   * small alpha both are too small for a number.
   */
  static double beta(RandomStream random, double alpha) {
    double one = logGamma(random.split(1), alpha);
    double two = logGamma(random.split(2), alpha);
    return 1 / (1 + Math.exp(two - one));
  }

  /**
   * Draws the logarithm of a gamma variable (G. Marsaglia, W. W. Tsang: "A Simple Method for
   * Generating Gamma Variables", 2000; of shape + 1, and from there down to shape as they say).
   */
  private static double logGamma(RandomStream random, double shape) {
    double d = shape + 1 - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    RandomStream evenly = random.split("evenly");
    for (long i = 0; ; i++) {
      double normal = random.normal(i);
      double v = Math.pow(1 + c * normal, 3);
      double u = 1 - evenly.uniformDouble(i + 1);
      if (v > 0 && Math.log(u) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
        return Math.log(d * v) + Math.log(1 - evenly.uniformDouble(0)) / shape;
      }
    }
  }
}
