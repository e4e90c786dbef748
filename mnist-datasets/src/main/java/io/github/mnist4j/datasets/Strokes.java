package io.github.mnist4j.datasets;

/** Distances to ink and to paper: how wide a pen was, and a wider one in its place. */
final class Strokes {
  /** Steps of 3 and 4 for sides and corners, thirds of a pixel (G. Borgefors, 1986). */
  private static final int SIDE = 3;

  private static final int CORNER = 4;
  private static final int FAR = 1 << 20;

  private Strokes() {}

  /**
   * Returns the strokes' mean width in pixels: across a stroke, the mean distance to its nearer
   * side is a quarter of its width.
   */
  static double width(Ink ink) {
    boolean[] paper = new boolean[ink.strong().length];
    for (int i = 0; i < paper.length; i++) {
      paper[i] = !ink.strong()[i];
    }
    int[] distances = distances(paper, ink.width());
    double sum = 0;
    int count = 0;
    for (int i = 0; i < paper.length; i++) {
      if (ink.strong()[i]) {
        // from the pixel's centre to the stroke's side, which lies half a pixel before paper's
        sum += Math.min(distances[i], SIDE * paper.length) / (double) SIDE - 0.5;
        count++;
      }
    }
    return 4 * sum / count;
  }

  /** Returns the ink's strength with all strokes wider by so many pixels on each side. */
  static double[] widened(Ink ink, double by) {
    int[] distances = distances(ink.strong(), ink.width());
    double[] widened = new double[distances.length];
    for (int i = 0; i < widened.length; i++) {
      double cover = by + 0.5 - distances[i] / (double) SIDE;
      widened[i] = Math.max(ink.strength()[i], Math.max(0, Math.min(1, cover)));
    }
    return widened;
  }

  /** Returns each pixel's distance to the nearest goal, in thirds of a pixel. */
  private static int[] distances(boolean[] goals, int width) {
    int height = goals.length / width;
    int[] d = new int[goals.length];
    for (int i = 0; i < d.length; i++) {
      d[i] = goals[i] ? 0 : FAR;
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        nearer(d, i, x > 0, i - 1, SIDE);
        nearer(d, i, y > 0, i - width, SIDE);
        nearer(d, i, y > 0 && x > 0, i - width - 1, CORNER);
        nearer(d, i, y > 0 && x < width - 1, i - width + 1, CORNER);
      }
    }
    for (int y = height - 1; y >= 0; y--) {
      for (int x = width - 1; x >= 0; x--) {
        int i = y * width + x;
        nearer(d, i, x < width - 1, i + 1, SIDE);
        nearer(d, i, y < height - 1, i + width, SIDE);
        nearer(d, i, y < height - 1 && x < width - 1, i + width + 1, CORNER);
        nearer(d, i, y < height - 1 && x > 0, i + width - 1, CORNER);
      }
    }
    return d;
  }

  private static void nearer(int[] d, int i, boolean there, int neighbour, int step) {
    if (there && d[neighbour] + step < d[i]) {
      d[i] = d[neighbour] + step;
    }
  }
}
