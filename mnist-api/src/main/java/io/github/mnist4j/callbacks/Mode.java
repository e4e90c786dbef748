package io.github.mnist4j.callbacks;

/**
 * Which way a monitored value gets better.
 *
 * <pre>
 * {@code earlyStopping().monitor("val_dice").mode(Mode.MAX)     // a metric of your own: more is better}
 * </pre>
 */
public enum Mode {
  /** As the value itself says: a loss downwards, an accuracy upwards. */
  AUTO,
  /** Less is better. */
  MIN,
  /** More is better. */
  MAX
}
