package io.github.mnist4j.plot;

/**
 * Where values lie on a line of the picture: {@code low} at {@code from}, {@code high} at {@code
 * to}.
 */
record Axis(double low, double high, double from, double to) {
  private static final double LARGEST = 1e300;
  private static final double PADDING = 0.05;

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** Returns whether a value can be drawn: a number, and not so large that sums overflow. */
  static boolean isShown(double value) {
    return Math.abs(value) <= LARGEST;
  }

  /**
   * Returns the ends of an axis for these values, with some space around them, as an axis from 0 to
   * 1; also where there is no value, or but one.
   */
  static Axis around(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (isShown(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (low > high) {
      return new Axis(0, 1, 0, 1);
    }
    double largest = Math.max(Math.abs(low), Math.abs(high));
    double space = PADDING * (high - low);
    if (high - low <= Math.max(1e-9 * largest, 1 / LARGEST)) {
      space = largest <= 1 / LARGEST ? 1 : largest / 10;
    }
    return new Axis(low - space, high + space, 0, 1);
  }

  /** Returns the same ends at another place of the picture. */
  Axis placed(double from, double to) {
    return new Axis(low, high, from, to);
  }
}
