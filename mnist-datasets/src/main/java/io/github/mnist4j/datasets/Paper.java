package io.github.mnist4j.datasets;

/**
 * The colour of the paper, as the light falls on it: for each of red, green and blue a surface of
 * second order over the picture; and which colour ink has, seen from it.
 *
 * <p>Paper is what the border of the picture mostly is, be it bright or dark. From there on, rounds
 * of least squares over what looks like paper, each of which parts paper and ink anew.
 */
final class Paper {
  /** Three standard deviations of normal noise, by the median of distances in one direction. */
  private static final double BOUND = 3 * 1.4826;

  private static final int ROUNDS = 6;
  private static final int TERMS = 6;
  private static final int SAMPLES_A_SIDE = 64;
  private static final double RIDGE = 1e-6;
  private static final double LEAST_NOISE = 0.02;

  private final Picture picture;
  private final int stride;
  private final double[] terms = new double[TERMS];
  private final double[] difference = new double[3];
  private final double[][] surface = new double[3][TERMS];
  private final double[] ink = new double[3];
  private boolean inkKnown;
  private double noise;

  private Paper(Picture picture) {
    this.picture = picture;
    stride = Math.max(1, Math.max(picture.width(), picture.height()) / SAMPLES_A_SIDE);
  }

  static Paper of(Picture picture) {
    Paper paper = new Paper(picture);
    paper.fit();
    return paper;
  }

  /**
   * Returns three times the noise's standard deviation; what is below cannot be told from paper.
   */
  double noise() {
    return noise;
  }

  /** Returns how far a pixel is from paper in ink's direction: up to 1, below 0 away from ink. */
  double ink(int x, int y) {
    differ(x, y);
    double[] d = difference;
    return inkKnown
        ? (d[0] * ink[0] + d[1] * ink[1] + d[2] * ink[2]) / Math.sqrt(3)
        : Math.sqrt((d[0] * d[0] + d[1] * d[1] + d[2] * d[2]) / 3);
  }

  private void differ(int x, int y) {
    locate(x, y);
    int pixel = (y * picture.width() + x) * 3;
    for (int channel = 0; channel < 3; channel++) {
      double paper = 0;
      for (int i = 0; i < TERMS; i++) {
        paper += surface[channel][i] * terms[i];
      }
      difference[channel] = picture.rgb()[pixel + channel] - paper;
    }
  }

  private void locate(int x, int y) {
    double u = (2 * x + 1.0) / picture.width() - 1;
    double v = (2 * y + 1.0) / picture.height() - 1;
    terms[0] = 1;
    terms[1] = u;
    terms[2] = v;
    terms[3] = u * u;
    terms[4] = u * v;
    terms[5] = v * v;
  }

  private void fit() {
    int columns = (picture.width() + stride - 1) / stride;
    int rows = (picture.height() + stride - 1) / stride;
    boolean[] paper = new boolean[rows * columns];
    double[] levels = new double[rows * columns];
    startAtBorder(paper, rows, columns);
    for (int round = 0; round < ROUNDS; round++) {
      measure(levels, columns);
      noise = bound(levels, paper);
      double threshold = threshold(levels, round > 1);
      double most = round < ROUNDS - 1 ? threshold : Math.max(noise, LEAST_NOISE);
      for (int i = 0; i < levels.length; i++) {
        paper[i] = levels[i] < threshold && Math.abs(levels[i]) <= most;
      }
      aim(levels, threshold, columns);
      leastSquares(paper, columns);
    }
    measure(levels, columns);
    noise = bound(levels, paper);
  }

  private void startAtBorder(boolean[] paper, int rows, int columns) {
    int wide = Math.max(1, Math.min(rows, columns) / 16);
    Levels[] border = {new Levels(), new Levels(), new Levels()};
    for (int i = 0; i < paper.length; i++) {
      int row = i / columns;
      int column = i % columns;
      paper[i] = row < wide || column < wide || row >= rows - wide || column >= columns - wide;
      if (paper[i]) {
        int pixel = (row * stride * picture.width() + column * stride) * 3;
        for (int channel = 0; channel < 3; channel++) {
          border[channel].add(picture.rgb()[pixel + channel]);
        }
      }
    }
    for (int channel = 0; channel < 3; channel++) {
      surface[channel][0] = border[channel].quantile(0.5);
    }
  }

  private void measure(double[] levels, int columns) {
    for (int i = 0; i < levels.length; i++) {
      levels[i] = ink(i % columns * stride, i / columns * stride);
    }
  }

  private static double bound(double[] levels, boolean[] paper) {
    Levels distances = new Levels();
    for (int i = 0; i < levels.length; i++) {
      if (paper[i]) {
        distances.add(Math.abs(levels[i]));
      }
    }
    return BOUND * distances.quantile(0.5);
  }

  /**
   * Noise counts as nothing, or much of it would outweigh a thin pen.
   *
   * @param aimless whether to go without that where ink's direction is not known yet: distances
   *     without a direction look noisier than they are, and noise has no direction, so that the
   *     mean of what is far points to ink
   */
  private double threshold(double[] levels, boolean aimless) {
    Levels above = new Levels();
    Levels all = new Levels();
    for (double level : levels) {
      above.add(level > noise ? level : 0);
      all.add(Math.max(0, level));
    }
    return aimless && !inkKnown ? all.otsu() : above.otsu();
  }

  /** Ink's direction is from paper to the mean of what is ink. */
  private void aim(double[] levels, double threshold, int columns) {
    double[] sum = new double[3];
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] >= threshold) {
        differ(i % columns * stride, i / columns * stride);
        for (int channel = 0; channel < 3; channel++) {
          sum[channel] += difference[channel];
        }
      }
    }
    double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
    inkKnown = length > 0;
    for (int channel = 0; channel < 3 && inkKnown; channel++) {
      ink[channel] = sum[channel] / length;
    }
  }

  private void leastSquares(boolean[] paper, int columns) {
    double[][] equations = new double[TERMS][TERMS + 3];
    for (int i = 0; i < paper.length; i++) {
      if (paper[i]) {
        int x = i % columns * stride;
        int y = i / columns * stride;
        locate(x, y);
        int pixel = (y * picture.width() + x) * 3;
        for (int row = 0; row < TERMS; row++) {
          for (int column = 0; column < TERMS; column++) {
            equations[row][column] += terms[row] * terms[column];
          }
          for (int channel = 0; channel < 3; channel++) {
            equations[row][TERMS + channel] += terms[row] * picture.rgb()[pixel + channel];
          }
        }
      }
    }
    if (equations[0][0] > 0) {
      solve(equations);
    }
  }

  /** Gauss and Jordan's elimination; the ridge makes each pivot positive. */
  private void solve(double[][] equations) {
    double ridge = RIDGE * equations[0][0];
    for (int i = 1; i < TERMS; i++) {
      equations[i][i] += ridge;
    }
    for (int pivot = 0; pivot < TERMS; pivot++) {
      for (int row = 0; row < TERMS; row++) {
        double factor = equations[row][pivot] / equations[pivot][pivot];
        for (int column = pivot; column < TERMS + 3 && row != pivot; column++) {
          equations[row][column] -= factor * equations[pivot][column];
        }
      }
    }
    for (int channel = 0; channel < 3; channel++) {
      for (int i = 0; i < TERMS; i++) {
        surface[channel][i] = equations[i][TERMS + channel] / equations[i][i];
      }
    }
  }
}
