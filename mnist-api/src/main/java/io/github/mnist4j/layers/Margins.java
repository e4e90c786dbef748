package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;

/**
 * How much is put around an image or cut off it, in pixels, each 0 or more.
 *
 * <pre>{@code new Margins(2, 2, 0, 0)     // two rows above and two below}</pre>
 *
 * @param top rows above
 * @param bottom rows below
 * @param left columns on the left
 * @param right columns on the right
 */
public record Margins(int top, int bottom, int left, int right) {
  /** Checks the ranges. */
  public Margins {
    Check.atLeast(0, top, "Margins", "top");
    Check.atLeast(0, bottom, "Margins", "bottom");
    Check.atLeast(0, left, "Margins", "left");
    Check.atLeast(0, right, "Margins", "right");
  }

  /** Returns the same on each side. */
  public static Margins all(int pixels) {
    return new Margins(pixels, pixels, pixels, pixels);
  }
}
