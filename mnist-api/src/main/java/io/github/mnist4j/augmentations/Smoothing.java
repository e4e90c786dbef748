package io.github.mnist4j.augmentations;

/**
 * Smooths a field of numbers by a Gaussian: first along the rows, then along the columns, with 0
 * outside. The weights are those of SciPy's {@code gaussian_filter(mode="constant")}: cut off at
 * four deviations, of sum 1.
 */
final class Smoothing {
  private static final double TRUNCATE = 4;

  private final int height;
  private final int width;
  private final int radius;
  private final float[] weights;

  Smoothing(int height, int width, double sigma) {
    this.height = height;
    this.width = width;
    // farther away than this there is no number of the field
    radius = (int) Math.min(TRUNCATE * sigma + 0.5, Math.max(height, width));
    weights = new float[2 * radius + 1];
    double sum = 0;
    for (int i = 1; i <= (int) Math.min(TRUNCATE * sigma + 0.5, Integer.MAX_VALUE - 1); i++) {
      sum += 2 * gauss(i, sigma);
    }
    for (int i = -radius; i <= radius; i++) {
      weights[radius + i] = (float) (gauss(i, sigma) / (1 + sum));
    }
  }

  private static double gauss(double distance, double sigma) {
    return Math.exp(-0.5 * distance * distance / (sigma * sigma));
  }

  /**
   * Smooths.
   *
   * @param field receives the smoothed numbers, times {@code factor}
   * @param between as long as the field, overwritten
   */
  void run(float[] field, float[] between, float factor) {
    java.util.Arrays.fill(between, 0);
    for (int y = 0; y < height; y++) {
      int row = y * width;
      for (int k = 0; k < width; k++) {
        float value = field[row + k] * factor;
        int to = Math.min(width, k + radius + 1);
        int shift = radius - k;
        for (int x = Math.max(0, k - radius); x < to; x++) {
          between[row + x] += value * weights[x + shift];
        }
      }
    }
    java.util.Arrays.fill(field, 0);
    for (int y = 0; y < height; y++) {
      int row = y * width;
      int to = Math.min(height, y + radius + 1);
      for (int k = Math.max(0, y - radius); k < to; k++) {
        addRow(weights[k - y + radius], between, k * width, field, row);
      }
    }
  }

  private void addRow(float weight, float[] source, int from, float[] target, int to) {
    for (int x = 0; x < width; x++) {
      target[to + x] += weight * source[from + x];
    }
  }
}
