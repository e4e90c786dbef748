package io.github.mnist4j.augmentations;

/**
 * Where a pixel of a moved image comes from: column {@code a0·x + a1·y + a2} and row {@code b0·x +
 * b1·y + b2} of the image before, for column x and row y. The six numbers and their order are those
 * of {@code keras.ops.image.affine_transform}.
 *
 * <pre>{@code new Affine(1, 0, -3, 0, 1, 0)     // three pixels to the right}</pre>
 *
 * @param a0 columns a column
 * @param a1 columns a row
 * @param a2 columns from the start
 * @param b0 rows a column
 * @param b1 rows a row
 * @param b2 rows from the start
 */
public record Affine(double a0, double a1, double a2, double b0, double b1, double b2) {
  /** Leaves every pixel where it is. */
  public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

  /** Returns the column that a pixel comes from. */
  public double column(double x, double y) {
    return a0 * x + a1 * y + a2;
  }

  /** Returns the row that a pixel comes from. */
  public double row(double x, double y) {
    return b0 * x + b1 * y + b2;
  }

  /** Returns what moves an image as this does and then as {@code next} does. */
  public Affine then(Affine next) {
    return new Affine(
        a0 * next.a0 + a1 * next.b0,
        a0 * next.a1 + a1 * next.b1,
        a0 * next.a2 + a1 * next.b2 + a2,
        b0 * next.a0 + b1 * next.b0,
        b0 * next.a1 + b1 * next.b1,
        b0 * next.a2 + b1 * next.b2 + b2);
  }

  /** Returns whether every pixel stays where it is. */
  boolean isIdentity() {
    return a0 == 1 && a1 == 0 && a2 == 0 && b0 == 0 && b1 == 1 && b2 == 0;
  }
}
