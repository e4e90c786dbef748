package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Axes;
import io.github.mnist4j.layers.Softmax;

/** dx = y · (dy − Σ dy·y), over an axis. */
final class SoftmaxKernel extends JavaKernel {
  private final Vectors vectors;

  SoftmaxKernel(Softmax layer, Wiring wiring) {
    super(wiring);
    int axis = Axes.of(layer.axis(), wiring.spec().input(), "Softmax");
    vectors = Vectors.along(wiring.spec().input(), axis);
  }

  @Override
  void compute() {
    double[] greatest = vectors.fill(n, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < x.length; i++) {
      greatest[vectors.of(i)] = Math.max(greatest[vectors.of(i)], x[i]);
    }
    double[] sums = vectors.fill(n, 0);
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.exp(x[i] - greatest[vectors.of(i)]);
      sums[vectors.of(i)] += y[i];
    }
    for (int i = 0; i < x.length; i++) {
      y[i] /= sums[vectors.of(i)];
    }
  }

  @Override
  void differentiate() {
    double[] sums = vectors.fill(n, 0);
    for (int i = 0; i < x.length; i++) {
      sums[vectors.of(i)] += dy[i] * y[i];
    }
    for (int i = 0; i < x.length; i++) {
      dx[i] = y[i] * (dy[i] - sums[vectors.of(i)]);
    }
  }
}
