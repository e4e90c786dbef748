package io.github.mnist4j.layers;

/** What a window does at the border of an image. */
public enum Padding {
  /** It stays inside: n pixels and a window of k, moved by s, make ⌊(n − k) / s⌋ + 1 places. */
  VALID,
  /**
   * It reaches over the border, evenly, one more at the end where the number is odd: ⌈n / s⌉
   * places.
   */
  SAME;

  /**
   * Returns the number of places of a window of {@code window} pixels, moved by {@code stride}, on
   * {@code size} pixels.
   */
  int places(int size, int window, int stride) {
    return this == SAME
        ? size / stride + (size % stride == 0 ? 0 : 1)
        : size < window ? 0 : (size - window) / stride + 1;
  }
}
