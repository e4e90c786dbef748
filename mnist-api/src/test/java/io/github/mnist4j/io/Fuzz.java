package io.github.mnist4j.io;

/**
 * How many damaged inputs a reader gets: more in the profile {@code fuzz}, which nobody waits for.
 */
final class Fuzz {
  private static final int TIMES = Integer.getInteger("mnist4j.fuzz", 1);

  private Fuzz() {}

  /** Returns the number of inputs, given that of a usual run. */
  static int inputs(int usual) {
    return usual * TIMES;
  }
}
