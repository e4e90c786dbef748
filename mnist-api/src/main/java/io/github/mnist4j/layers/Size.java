package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;

/**
 * Height and width of a window or a step, in pixels, each at least 1.
 *
 * <pre>{@code MaxPooling2D(new Size(1, 2))     // halves the width alone}</pre>
 *
 * @param height rows
 * @param width columns
 */
public record Size(int height, int width) {
  /** Checks the range. */
  public Size {
    Check.atLeast(1, height, "Size", "height");
    Check.atLeast(1, width, "Size", "width");
  }

  /** Returns a square. */
  public static Size square(int side) {
    return new Size(side, side);
  }

  @Override
  public String toString() {
    return height + "x" + width;
  }
}
