package io.github.mnist4j.layers;

import java.util.function.LongToDoubleFunction;

/**
 * Random orthogonal matrices: the Q of a normal matrix's QR factorization, R's diagonal being
 * positive, without which Q would not be uniform (Mezzadri 2007).
 *
 * <p>By the modified method of Gram and Schmidt, which gives just that Q. Each vector is freed of
 * those before it twice, after which the angles are right to the last digits (Giraud, Langou and
 * Rozloznik 2005).
 */
final class Orthogonalized {
  private static final int PASSES = 2;

  private Orthogonalized() {}

  /**
   * Fills a matrix, row by row, with rows or columns of length {@code gain}.
   *
   * @param normal the normal matrix, with columns where the result has rows if it has fewer of
   *     these
   */
  static void fill(float[] values, int columns, double gain, LongToDoubleFunction normal) {
    if (values.length == 0) {
      return;
    }
    int rows = values.length / columns;
    boolean wide = rows < columns;
    double[][] vectors = new double[Math.min(rows, columns)][Math.max(rows, columns)];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < vectors[i].length; j++) {
        vectors[i][j] = normal.applyAsDouble((long) j * vectors.length + i);
      }
    }
    orthonormalize(vectors);
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < vectors[i].length; j++) {
        values[wide ? i * columns + j : j * columns + i] = (float) (gain * vectors[i][j]);
      }
    }
  }

  /** Turns independent vectors, one after the other, into ones of length 1 at right angles. */
  static void orthonormalize(double[][] vectors) {
    for (int i = 0; i < vectors.length; i++) {
      double[] vector = vectors[i];
      for (int pass = 0; pass < PASSES; pass++) {
        for (int before = 0; before < i; before++) {
          double projection = dot(vectors[before], vector);
          for (int j = 0; j < vector.length; j++) {
            vector[j] -= projection * vectors[before][j];
          }
        }
        double length = Math.sqrt(dot(vector, vector));
        for (int j = 0; j < vector.length; j++) {
          vector[j] /= length;
        }
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
