package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;

/**
 * What a window does at the border of an image.
 *
 * <pre>{@code Conv2D(32, 3, relu).padding(SAME)     // 28 × 28 stays 28 × 28}</pre>
 */
public enum Padding {
  /** It stays inside: n pixels and a window of k, moved by s, make ⌊(n − k) / s⌋ + 1 places. */
  VALID,
  /**
   * It reaches over the border, evenly, one more at the end where the number is odd: ⌈n / s⌉
   * places.
   */
  SAME,
  /**
   * Over steps only: all of it lies in front, so that no place sees a later step: ⌈n / s⌉ places.
   */
  CAUSAL;

  /** Requires a padding that images can have. */
  static Padding ofImages(Padding padding, String owner) {
    Check.notNull(padding, owner, "padding");
    if (padding == CAUSAL) {
      throw new IllegalArgumentException(
          owner + ": padding must be VALID or SAME, got CAUSAL, which is for Conv1D alone");
    }
    return padding;
  }

  /**
   * Returns the number of places of a window of {@code window} pixels, moved by {@code stride}, on
   * {@code size} pixels.
   */
  int places(int size, int window, int stride) {
    return this != VALID
        ? size / stride + (size % stride == 0 ? 0 : 1)
        : size < window ? 0 : (size - window) / stride + 1;
  }
}
