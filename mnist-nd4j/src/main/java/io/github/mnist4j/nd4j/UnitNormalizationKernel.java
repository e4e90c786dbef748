package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Axes;
import io.github.mnist4j.layers.UnitNormalization;

/** y = x / ‖x‖, dx = (dy − y · Σ dy·y) / ‖x‖; where the length is next to nothing, dx = dy / ε. */
final class UnitNormalizationKernel extends JavaKernel {
  private static final double LEAST = 1e-12;

  private final Vectors vectors;
  private double[] lengths = {};

  UnitNormalizationKernel(UnitNormalization layer, Wiring wiring) {
    super(wiring);
    int[] axes = Axes.of(layer.axis(), wiring.spec().input(), "UnitNormalization");
    vectors = Vectors.along(wiring.spec().input(), axes);
  }

  @Override
  void compute() {
    lengths = vectors.fill(n, 0);
    for (int i = 0; i < x.length; i++) {
      lengths[vectors.of(i)] += x[i] * x[i];
    }
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Math.sqrt(lengths[i]);
    }
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] / Math.max(lengths[vectors.of(i)], LEAST);
    }
  }

  @Override
  void differentiate() {
    double[] sums = vectors.fill(n, 0);
    for (int i = 0; i < x.length; i++) {
      sums[vectors.of(i)] += dy[i] * y[i];
    }
    for (int i = 0; i < x.length; i++) {
      double length = lengths[vectors.of(i)];
      double along = length > LEAST ? y[i] * sums[vectors.of(i)] : 0;
      dx[i] = (dy[i] - along) / Math.max(length, LEAST);
    }
  }
}
