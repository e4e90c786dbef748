package io.github.mnist4j.datasets;

/** How often which level of 0..1 occurs, in 256 steps. */
final class Levels {
  private static final int STEPS = 256;

  private final long[] counts = new long[STEPS];
  private long total;

  void add(double level) {
    counts[Math.min(STEPS - 1, (int) Math.floor(level * STEPS))]++;
    total++;
  }

  long total() {
    return total;
  }

  /** Returns the level that a share of all are below, the lower end of its step. */
  double quantile(double share) {
    long below = 0;
    for (int step = 0; step < STEPS; step++) {
      below += counts[step];
      if (below > share * total) {
        return (double) step / STEPS;
      }
    }
    return 1;
  }

  /**
   * Returns the level that parts the lower from the upper best: the greatest variance between both
   * (N. Otsu, A Threshold Selection Method from Gray-Level Histograms, 1979); the middle, where
   * several do. 1 where all lie in one step.
   */
  double otsu() {
    double sum = 0;
    for (int step = 0; step < STEPS; step++) {
      sum += (double) step * counts[step];
    }
    double best = 0;
    int first = STEPS;
    int last = STEPS;
    double lower = 0;
    double lowerSum = 0;
    for (int step = 0; step < STEPS - 1; step++) {
      lower += counts[step];
      lowerSum += (double) step * counts[step];
      double upper = total - lower;
      if (lower == 0 || upper == 0) {
        continue;
      }
      double apart = lowerSum / lower - (sum - lowerSum) / upper;
      double between = lower * upper * apart * apart;
      if (between > best) {
        best = between;
        first = step + 1;
      }
      if (between == best) {
        last = step + 1;
      }
    }
    return (first + last) / 2.0 / STEPS;
  }
}
