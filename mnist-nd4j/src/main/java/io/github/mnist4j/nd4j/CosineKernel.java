package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;

/**
 * L = −ŷ·ô over the last axis, â = a / max(|a|, 1e-7) as in Keras; dL/do = (ô·(ŷ·ô) − ŷ) / |o|, and
 * without the first term where |o| is cut.
 */
final class CosineKernel extends PlaceKernel {
  private static final double LEAST = 1e-7;

  CosineKernel(Shape output) {
    super(output, false);
  }

  @Override
  double place(float[] y, int target, double[] output, int start, double[] dy) {
    double yy = 0;
    double oo = 0;
    double yo = 0;
    for (int j = 0; j < width; j++) {
      yy += (double) y[target + j] * y[target + j];
      oo += output[start + j] * output[start + j];
      yo += y[target + j] * output[start + j];
    }
    double targetLength = Math.max(Math.sqrt(yy), LEAST);
    double length = Math.max(Math.sqrt(oo), LEAST);
    double cosine = yo / (targetLength * length);
    double turn = Math.sqrt(oo) < LEAST ? 0 : cosine;
    for (int j = 0; j < width; j++) {
      dy[start + j] = (output[start + j] / length * turn - y[target + j] / targetLength) / length;
    }
    return -cosine;
  }
}
