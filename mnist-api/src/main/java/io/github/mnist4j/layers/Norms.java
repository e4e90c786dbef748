package io.github.mnist4j.layers;

import io.github.mnist4j.tensor.Shape;

/** The penalty {@code l1 · Σ|w| + l2 · Σw²}, and its gradient {@code l1 · sign w + 2 · l2 · w}. */
final class Norms {
  private Norms() {}

  static double penalty(double l1, double l2, float[] values, int offset, Shape shape) {
    double absolute = 0;
    double squares = 0;
    for (int i = offset; i < offset + shape.size(); i++) {
      absolute += Math.abs(values[i]);
      squares += (double) values[i] * values[i];
    }
    return l1 * absolute + l2 * squares;
  }

  static void addGradient(
      double l1, double l2, float[] values, float[] gradients, int offset, Shape shape) {
    for (int i = offset; i < offset + shape.size(); i++) {
      gradients[i] += (float) (l1 * Math.signum(values[i]) + 2 * l2 * values[i]);
    }
  }
}
