package io.github.mnist4j.datasets;

/** MNIST's field: 28 × 28, the digit in a box of 20 × 20, its centre of mass in pixel 14, 14. */
final class Field {
  static final int SIDE = 28;
  private static final int BOX = 20;

  /** The pixel, counted from 0, in which MNIST's digits have their centre of mass. */
  private static final int MIDDLE = 14;

  /** How wide a stroke is at least, of the box' 20 pixels: a thinner one would be but a haze. */
  private static final double THINNEST = 1.5;

  private Field() {}

  /** Returns the digit in its field, row by row, 0 for paper to 1 for ink. */
  static float[] of(Ink ink) {
    double by = missing(Strokes.width(ink), ink.longer());
    double[] strength = by > 0 ? Strokes.widened(ink, by) : ink.strength();
    return boxed(strength, ink.width());
  }

  /**
   * Returns by how many pixels on each side a stroke must be wider to be the thinnest there is,
   * when the digit, which grows with it, is fitted into the box.
   */
  private static double missing(double width, int longer) {
    return (THINNEST * longer - BOX * width) / (2 * (BOX - THINNEST));
  }

  private static float[] boxed(double[] strength, int width) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < strength.length; i++) {
      if (strength[i] > 0) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width + 1);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width + 1);
      }
    }
    double step = (double) Math.max(right - left, bottom - top) / BOX;
    int columns = Math.min(BOX, (int) Math.ceil((right - left) / step));
    int rows = Math.min(BOX, (int) Math.ceil((bottom - top) / step));
    double x = (left + right - columns * step) / 2;
    double y = (top + bottom - rows * step) / 2;
    return centred(Area.resample(strength, width, x, y, step, columns, rows), columns);
  }

  private static float[] centred(double[] box, int columns) {
    int rows = box.length / columns;
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < box.length; i++) {
      mass += box[i];
      x += box[i] * (i % columns);
      y += box[i] * (i / columns);
    }
    int right = shift(x / mass, columns);
    int down = shift(y / mass, rows);
    float[] field = new float[SIDE * SIDE];
    for (int i = 0; i < box.length; i++) {
      int to = (i / columns + down) * SIDE + i % columns + right;
      field[to] = (float) Math.min(1, box[i]);
    }
    return field;
  }

  /** Whole pixels, as MNIST's makers shifted; never so many that ink would leave the field. */
  private static int shift(double centre, int length) {
    int shift = (int) Math.floor(MIDDLE - centre + 0.5);
    return Math.max(0, Math.min(SIDE - length, shift));
  }
}
