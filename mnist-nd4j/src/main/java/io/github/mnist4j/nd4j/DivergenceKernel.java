package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;

/** L = Σ y·log(y / o) over the last axis, both cut to [1e-7, 1]; no gradient through a cut. */
final class DivergenceKernel extends PlaceKernel {
  DivergenceKernel(Shape output) {
    super(output, false);
  }

  private static double cut(double value) {
    return Math.min(Math.max(value, CrossEntropyKernel.CUT), 1);
  }

  @Override
  double place(float[] y, int target, double[] output, int start, double[] dy) {
    double sum = 0;
    for (int j = 0; j < width; j++) {
      double t = cut(y[target + j]);
      double o = cut(output[start + j]);
      sum += t * Math.log(t / o);
      dy[start + j] = o == output[start + j] ? -t / o : 0;
    }
    return sum;
  }
}
