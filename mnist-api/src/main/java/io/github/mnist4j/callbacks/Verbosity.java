package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;

/**
 * What is printed while a model works.
 *
 * <pre>{@code model.fit(train, epochs(10).verbose(Verbosity.LINE));     // for a log file}</pre>
 */
public enum Verbosity {
  /** Nothing; Keras' 0. */
  SILENT,
  /** A bar that moves; Keras' 1. */
  BAR,
  /** One line an epoch, without a bar; Keras' 2. */
  LINE,
  /** A bar that moves on a terminal, and its finished line an epoch elsewhere. */
  AUTO;

  /**
   * Returns the verbosity of Keras' number.
   *
   * @param number 0, 1 or 2
   */
  public static Verbosity of(int number) {
    Check.atLeast(0, number, "verbose", "the number");
    if (number > 2) {
      throw new IllegalArgumentException("verbose: the number must be 0, 1 or 2, got " + number);
    }
    return values()[number];
  }
}
