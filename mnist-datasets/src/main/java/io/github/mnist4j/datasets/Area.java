package io.github.mnist4j.datasets;

/** Averages of an image over the area that a pixel of another size covers. */
final class Area {
  private Area() {}

  /** Returns the length that two intervals share; 0 where they do not meet. */
  static double overlap(double from, double to, double otherFrom, double otherTo) {
    return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
  }

  /**
   * Resamples a part of a grey image; outside of the image is 0.
   *
   * @param left the part's left edge, as {@code top} in pixels of the image; may lie outside
   * @param step pixels of the image to a pixel of the result, in both directions
   */
  static double[] resample(
      double[] image, int width, double left, double top, double step, int toWidth, int toHeight) {
    int height = image.length / width;
    double[] narrow = new double[height * toWidth];
    for (int to = 0; to < toWidth; to++) {
      double from = left + to * step;
      for (int x = first(from); x < width && x < from + step; x++) {
        double share = overlap(x, x + 1, from, from + step) / step;
        for (int y = 0; y < height; y++) {
          narrow[y * toWidth + to] += image[y * width + x] * share;
        }
      }
    }
    double[] result = new double[toHeight * toWidth];
    for (int to = 0; to < toHeight; to++) {
      double from = top + to * step;
      for (int y = first(from); y < height && y < from + step; y++) {
        double share = overlap(y, y + 1, from, from + step) / step;
        for (int x = 0; x < toWidth; x++) {
          result[to * toWidth + x] += narrow[y * toWidth + x] * share;
        }
      }
    }
    return result;
  }

  private static int first(double from) {
    return Math.max(0, (int) Math.floor(from));
  }
}
