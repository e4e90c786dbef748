package io.github.mnist4j.layers;

import io.github.mnist4j.tensor.Shape;

/** The angles between each two of a matrix' rows, or of its columns. */
final class Angles {
  /** Keras' epsilon: shorter vectors are not made longer than 1e7 times. */
  private static final double SHORTEST = 1e-7;

  /** The vectors, of length 1 where they are not too short. */
  private final double[][] unit;

  private final double[] scale;
  private final int betweenVectors;
  private final int betweenNumbers;

  private Angles(double[][] unit, double[] scale, int betweenVectors, int betweenNumbers) {
    this.unit = unit;
    this.scale = scale;
    this.betweenVectors = betweenVectors;
    this.betweenNumbers = betweenNumbers;
  }

  static Angles of(float[] values, int offset, Shape matrix, Regularizer.Mode mode) {
    boolean rows = mode == Regularizer.Mode.ROWS;
    int columns = matrix.dim(1);
    double[][] unit = new double[matrix.dim(rows ? 0 : 1)][matrix.dim(rows ? 1 : 0)];
    double[] scale = new double[unit.length];
    Angles angles = new Angles(unit, scale, rows ? columns : 1, rows ? 1 : columns);
    for (int i = 0; i < unit.length; i++) {
      for (int k = 0; k < unit[i].length; k++) {
        unit[i][k] = values[offset + angles.place(i, k)];
      }
      scale[i] = Math.min(1 / Math.sqrt(dot(unit[i], unit[i])), 1 / SHORTEST);
      for (int k = 0; k < unit[i].length; k++) {
        unit[i][k] *= scale[i];
      }
    }
    return angles;
  }

  private int place(int vector, int number) {
    return vector * betweenVectors + number * betweenNumbers;
  }

  private double pairs() {
    return unit.length * (unit.length - 1.0) / 2;
  }

  /** Returns the mean of |cos|. */
  double mean() {
    double sum = 0;
    for (int i = 0; i < unit.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.abs(dot(unit[i], unit[j]));
      }
    }
    return sum / pairs();
  }

  /** Adds the gradient of {@code factor} times the mean. */
  void addGradient(double factor, float[] gradients, int offset) {
    double weight = factor / pairs();
    for (int i = 0; i < unit.length; i++) {
      double[] slope = new double[unit[i].length];
      for (int j = 0; j < unit.length; j++) {
        if (j != i) {
          double sign = weight * Math.signum(dot(unit[i], unit[j]));
          for (int k = 0; k < slope.length; k++) {
            slope[k] += sign * unit[j][k];
          }
        }
      }
      // Along the vector itself nothing changes, as its length is taken out.
      double along = scale[i] < 1 / SHORTEST ? dot(slope, unit[i]) : 0;
      for (int k = 0; k < slope.length; k++) {
        gradients[offset + place(i, k)] += (float) (scale[i] * (slope[k] - along * unit[i][k]));
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
