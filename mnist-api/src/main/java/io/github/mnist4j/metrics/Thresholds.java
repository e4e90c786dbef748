package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;

/** Where an output starts to count as a yes. */
final class Thresholds {
  private Thresholds() {}

  /** Requires a number in 0 up to 1. */
  static void check(double threshold, String owner) {
    Check.inHalfOpen(0, Math.nextUp(1.0), threshold, owner, "threshold");
  }
}
