package io.github.mnist4j.layers;

import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** The distributions that initializers draw from, and the fans that scale them. */
final class Draws {
  /** The deviation of the standard normal distribution cut at ±2. */
  private static final double CUT_DEVIATION = 0.87962566103423978;

  private Draws() {}

  static RandomStream stream(@Nullable Integer seed, RandomStream network) {
    return seed == null ? network : RandomStream.of(seed);
  }

  /**
   * Inputs that meet in one output: channels times the window's size, for a convolution's kernel.
   */
  static double fanIn(Shape shape) {
    return shape.rank() < 2 ? shape.size() : (double) shape.size() / shape.dim(-1);
  }

  /** Outputs that one input goes to. */
  static double fanOut(Shape shape) {
    return shape.rank() < 2 ? shape.size() : (double) shape.size() / shape.dim(-2);
  }

  static double fanAverage(Shape shape) {
    return (fanIn(shape) + fanOut(shape)) / 2;
  }

  static void normal(float[] values, double mean, double stddev, RandomStream random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + stddev * random.normal(i));
    }
  }

  static void uniform(float[] values, double low, double high, RandomStream random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (low + (high - low) * random.uniformDouble(i));
    }
  }

  static void scaledUniform(float[] values, double scale, double fan, RandomStream random) {
    double limit = Math.sqrt(3 * scale / Math.max(1, fan));
    uniform(values, -limit, limit, random);
  }

  /** The deviation is that after the cut, as Keras has it. */
  static void scaledNormal(float[] values, double scale, double fan, RandomStream random) {
    truncatedNormal(values, 0, Math.sqrt(scale / Math.max(1, fan)) / CUT_DEVIATION, random);
  }

  static void truncatedNormal(float[] values, double mean, double stddev, RandomStream random) {
    for (int i = 0; i < values.length; i++) {
      RandomStream tries = random.split(i);
      double z = tries.normal(0);
      for (int attempt = 1; Math.abs(z) > 2; attempt++) {
        z = tries.normal(attempt);
      }
      values[i] = (float) (mean + stddev * z);
    }
  }
}
