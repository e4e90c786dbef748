package io.github.mnist4j.augmentations;

/**
 * Smooths a field of numbers by a Gaussian: along the columns, then along the rows, with 0 outside.
 * The weights are those of SciPy's {@code gaussian_filter(mode="constant", truncate=3)}: cut off at
 * three deviations, of sum 1.
 */
final class Smoothing {
  private static final double TRUNCATE = 3;
  private static final int AT_ONCE = 5;

  private final int height;
  private final int width;
  private final int radius;
  private final float[] weights;

  Smoothing(int height, int width, double sigma) {
    this.height = height;
    this.width = width;
    int reach = (int) (TRUNCATE * sigma + 0.5);
    // farther away than this there is no number of the field
    radius = Math.min(reach, Math.max(height, width));
    double sum = 1;
    for (int i = 1; i <= reach; i++) {
      sum += 2 * gauss(i, sigma);
    }
    weights = new float[(2 * radius + 1 + AT_ONCE - 1) / AT_ONCE * AT_ONCE];
    for (int i = -radius; i <= radius; i++) {
      weights[radius + i] = (float) (gauss(i, sigma) / sum);
    }
  }

  private static double gauss(double distance, double sigma) {
    return Math.exp(-0.5 * distance * distance / (sigma * sigma));
  }

  /** Arrays to work in, for one thread. */
  final class Work {
    private final float[] padded =
        new float[height * width + (weights.length - 1) * Math.max(height, width)];
    private final float[][] shifted = new float[AT_ONCE][height * width];

    /** Smooths a field where it lies, and multiplies it by a factor. */
    void run(float[] field, float factor) {
      transpose(field, padded, height, width, radius * height);
      smooth(field, height, 1);
      // what was smoothed along the rows lies in columns now
      transpose(field, padded, width, height, radius * width);
      smooth(field, width, factor);
    }

    /**
     * Smooths along columns: whole rows are added, shifted by five distances at once; above and
     * below are rows of 0. The shifted rows are copied before, for the JVM vectorises the loop only
     * where all arrays are read at the same place: so it takes a quarter of the time.
     */
    private void smooth(float[] target, int columns, float factor) {
      java.util.Arrays.fill(target, 0);
      for (int i = 0; i < weights.length; i += AT_ONCE) {
        for (int k = 0; k < AT_ONCE; k++) {
          System.arraycopy(padded, (i + k) * columns, shifted[k], 0, target.length);
        }
        add(i, factor, shifted, target);
      }
    }
  }

  private void add(int at, float factor, float[][] shifted, float[] sum) {
    float[] p = shifted[0];
    float[] q = shifted[1];
    float[] r = shifted[2];
    float[] s = shifted[3];
    float[] t = shifted[4];
    float a = factor * weights[at];
    float b = factor * weights[at + 1];
    float c = factor * weights[at + 2];
    float d = factor * weights[at + 3];
    float e = factor * weights[at + 4];
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a * p[i] + b * q[i] + (c * r[i] + d * s[i]) + e * t[i];
    }
  }

  /** Puts columns in the place of rows, from {@code at}, with 0 all around. */
  private static void transpose(float[] source, float[] target, int rows, int columns, int at) {
    java.util.Arrays.fill(target, 0);
    for (int y = 0; y < rows; y++) {
      int place = at + y;
      int row = y * columns;
      for (int x = 0; x < columns; x++, place += rows) {
        target[place] = source[row + x];
      }
    }
  }
}
