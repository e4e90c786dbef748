package io.github.mnist4j.augmentations;

/**
 * Smooths fields of numbers by a Gaussian: along the rows, then along the columns, with 0 outside.
 * The weights are those of SciPy's {@code gaussian_filter(mode="constant", truncate=3)}: cut off at
 * three deviations, of sum 1.
 *
 * <p>Several fields lie side by side, so that whatever is added are long rows of numbers, each an
 * array of its own and all read at the same place: the only loops of this kind that the JVM
 * vectorises.
 */
final class Smoothing {
  private static final double TRUNCATE = 3;

  private final int height;
  private final int width;
  private final float[] weights;

  Smoothing(int height, int width, double sigma) {
    this.height = height;
    this.width = width;
    int reach = (int) (TRUNCATE * sigma + 0.5);
    double sum = 1;
    for (int i = 1; i <= reach; i++) {
      sum += 2 * gauss(i, sigma);
    }
    // farther away than this there is no number of the field
    weights = new float[Math.min(reach, Math.max(height, width)) + 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (gauss(i, sigma) / sum);
    }
  }

  private static double gauss(double distance, double sigma) {
    return Math.exp(-0.5 * distance * distance / (sigma * sigma));
  }

  /** Arrays to work in, for one thread. */
  final class Work {
    private final float[][] smooth;
    private final float[][] turned;

    /** Makes arrays for some fields at once. */
    Work(int fields) {
      smooth = new float[width][fields * height];
      turned = new float[height][fields * width];
    }

    /**
     * Smooths fields, multiplies them by a factor, and adds them to others.
     *
     * @param columns the fields' columns: those of number x, of all fields side by side, in {@code
     *     columns[x]}
     * @param fields how many there are
     * @param sums the rows of what they are added to, likewise
     */
    void run(float[][] columns, int fields, float factor, float[][] sums) {
      for (float[] column : smooth) {
        java.util.Arrays.fill(column, 0);
      }
      add(columns, fields * height, 1, smooth);
      turn(fields);
      add(turned, fields * width, factor, sums);
    }

    private void turn(int fields) {
      for (int field = 0; field < fields; field++) {
        for (int y = 0; y < height; y++) {
          float[] row = turned[y];
          for (int x = 0; x < width; x++) {
            row[field * width + x] = smooth[x][field * height + y];
          }
        }
      }
    }
  }

  /** Adds to each row the rows around, by their weights; five at once, to write less often. */
  private void add(float[][] rows, int length, float factor, float[][] sums) {
    int radius = weights.length - 1;
    for (int to = 0; to < rows.length; to++) {
      int last = Math.min(rows.length - 1, to + radius);
      for (int from = Math.max(0, to - radius); from <= last; from += 5) {
        int second = Math.min(last, from + 1);
        int third = Math.min(last, from + 2);
        int fourth = Math.min(last, from + 3);
        int fifth = Math.min(last, from + 4);
        add(
            rows[from],
            rows[second],
            rows[third],
            rows[fourth],
            rows[fifth],
            factor * weights[Math.abs(from - to)],
            second == from + 1 ? factor * weights[Math.abs(second - to)] : 0,
            third == from + 2 ? factor * weights[Math.abs(third - to)] : 0,
            fourth == from + 3 ? factor * weights[Math.abs(fourth - to)] : 0,
            fifth == from + 4 ? factor * weights[Math.abs(fifth - to)] : 0,
            sums[to],
            length);
      }
    }
  }

  private static void add(
      float[] p,
      float[] q,
      float[] r,
      float[] s,
      float[] t,
      float a,
      float b,
      float c,
      float d,
      float e,
      float[] sum,
      int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += a * p[i] + b * q[i] + (c * r[i] + d * s[i]) + e * t[i];
    }
  }
}
