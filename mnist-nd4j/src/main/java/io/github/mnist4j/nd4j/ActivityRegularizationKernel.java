package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ActivityRegularization;

/**
 * y = x, and a penalty (l1 · Σ|x| + l2 · Σx²) / n on the loss, n being the whole batch: dx = dy +
 * (l1 · sign x + 2 · l2 · x) / n.
 */
final class ActivityRegularizationKernel extends JavaKernel {
  private final ActivityRegularization layer;

  ActivityRegularizationKernel(ActivityRegularization layer, Wiring wiring) {
    super(wiring);
    this.layer = layer;
    wiring.penalties().add(this::penalty);
  }

  private double penalty() {
    double sum = 0;
    for (double number : x) {
      sum += layer.l1() * Math.abs(number) + layer.l2() * number * number;
    }
    return sum / wiring.share().total();
  }

  @Override
  void compute() {
    System.arraycopy(x, 0, y, 0, x.length);
  }

  @Override
  void differentiate() {
    for (int i = 0; i < dx.length; i++) {
      double slope = layer.l1() * Math.signum(x[i]) + 2 * layer.l2() * x[i];
      dx[i] = dy[i] + slope / wiring.share().total();
    }
  }
}
