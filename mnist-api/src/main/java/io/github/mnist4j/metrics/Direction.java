package io.github.mnist4j.metrics;

/**
 * Which way a metric gets better.
 *
 * <pre>{@code accuracy().direction()     // Optional[UP]}</pre>
 */
public enum Direction {
  /** More is better. */
  UP,
  /** Less is better. */
  DOWN
}
