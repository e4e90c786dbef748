package io.github.mnist4j.metrics;

/** Which way a metric gets better. */
public enum Direction {
  /** More is better. */
  UP,
  /** Less is better. */
  DOWN
}
