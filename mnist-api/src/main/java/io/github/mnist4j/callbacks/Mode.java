package io.github.mnist4j.callbacks;

/** Which way a monitored value gets better. */
public enum Mode {
  /** As the value itself says: a loss downwards, an accuracy upwards. */
  AUTO,
  /** Less is better. */
  MIN,
  /** More is better. */
  MAX
}
