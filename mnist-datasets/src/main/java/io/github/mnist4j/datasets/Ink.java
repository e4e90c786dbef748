package io.github.mnist4j.datasets;

/**
 * How much ink each pixel has, 0 to 1, without what is not the digit's: noise, specks, and what
 * comes in from the picture's edge.
 *
 * @param strength of each pixel, row by row
 * @param strong which pixels are rather ink than paper
 * @param longer the longer side of what is strong, in pixels; 0 where there is no ink
 */
record Ink(int width, int height, double[] strength, boolean[] strong, int longer) {
  /** Contrast that is ink and no shade of paper. */
  private static final double LEAST_CONTRAST = 0.06;

  /** Contrast, over the noise's bound of three deviations. */
  private static final double OVER_NOISE = 1.35;

  /** Of what is strong, the share that is fainter than full ink: edges, mostly. */
  private static final double FULL = 0.75;

  /** Of full ink, what is none. */
  private static final double FAINT = 0.03;

  /** Returns the digit's ink; none where nothing stands out from the paper. */
  static Ink of(Picture picture, Paper paper) {
    int width = picture.width();
    int height = picture.height();
    double[] levels = new double[width * height];
    Levels all = new Levels();
    for (int i = 0; i < levels.length; i++) {
      levels[i] = paper.ink(i % width, i / width);
      all.add(levels[i] > paper.noise() ? levels[i] : 0);
    }
    double threshold = all.otsu();
    Levels above = new Levels();
    for (double level : levels) {
      if (level >= threshold) {
        above.add(level);
      }
    }
    double full = above.quantile(FULL);
    if (above.total() == 0 || full < LEAST_CONTRAST || full < OVER_NOISE * paper.noise()) {
      return new Ink(width, height, new double[levels.length], new boolean[levels.length], 0);
    }
    double faint = Math.max(paper.noise(), FAINT * full);
    int[] parts = Parts.of(levels, width, faint, threshold).digit();
    return within(parts, levels, width, full, threshold);
  }

  private static Ink within(
      int[] parts, double[] levels, int width, double full, double threshold) {
    double[] strength = new double[levels.length];
    boolean[] strong = new boolean[levels.length];
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (int i = 0; i < levels.length; i++) {
      if (parts[i] > 0) {
        strength[i] = Math.min(1, levels[i] / full);
        strong[i] = levels[i] >= threshold;
        if (strong[i]) {
          left = Math.min(left, i % width);
          right = Math.max(right, i % width);
          top = Math.min(top, i / width);
          bottom = Math.max(bottom, i / width);
        }
      }
    }
    int longer = right < 0 ? 0 : Math.max(right - left, bottom - top) + 1;
    return new Ink(width, levels.length / width, strength, strong, longer);
  }
}
