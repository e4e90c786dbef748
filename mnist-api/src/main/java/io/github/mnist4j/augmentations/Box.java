package io.github.mnist4j.augmentations;

/**
 * A rectangle of whole pixels.
 *
 * <pre>{@code Box corner = new Box(0, 14, 0, 14);      // of a digit: its upper left quarter}</pre>
 *
 * @param left the first column
 * @param right the column behind the last one
 * @param top the first row
 * @param bottom the row behind the last one
 */
public record Box(int left, int right, int top, int bottom) {
  /** Returns the pixels whose places lie in a rectangle, its upper ends left out. */
  public static Box of(double left, double right, double top, double bottom) {
    return new Box(
        (int) Math.ceil(left),
        (int) Math.ceil(right),
        (int) Math.ceil(top),
        (int) Math.ceil(bottom));
  }
}
