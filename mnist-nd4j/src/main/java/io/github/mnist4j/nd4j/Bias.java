package io.github.mnist4j.nd4j;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A bias over the last axis, where there is one: y begins with it, and db = Σ dy. */
record Bias(JavaKernel.Numbers numbers) {
  static void fill(@Nullable Bias bias, double[] y) {
    if (bias == null) {
      Arrays.fill(y, 0);
      return;
    }
    double[] values = bias.numbers.read();
    for (int i = 0; i < y.length; i++) {
      y[i] = values[i % values.length];
    }
  }

  static void differentiate(@Nullable Bias bias, double[] dy) {
    if (bias == null) {
      return;
    }
    double[] gradient = bias.numbers.clear();
    for (int i = 0; i < dy.length; i++) {
      gradient[i % gradient.length] += dy[i];
    }
    bias.numbers.write();
  }
}
