package io.github.mnist4j.nd4j;

/**
 * A part of a batch, which one network works on.
 *
 * @param part its number, from 0
 * @param first the place of its first sample in the batch
 * @param total the samples of the whole batch
 * @param exchange what it shares with the other parts
 */
record Share(int part, int first, int total, Exchange exchange) {
  /** Returns the whole of a batch. */
  static Share whole(int n) {
    return new Share(0, 0, n, new Exchange(1));
  }
}
