package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Range;

/** The range of values that images have. */
final class Values {
  /** Of the range's length: what rounding may have left outside of it. */
  private static final double ROUNDING = 1e-3;

  private Values() {}

  /** Returns the nearest value of the range; NaN for NaN. */
  static float clip(float value, Range range) {
    return Math.max((float) range.lower(), Math.min((float) range.upper(), value));
  }

  /**
   * Requires values of the range: others would be cut off, and whole images would be lost where
   * 0..255 is taken for 0..1.
   */
  static void require(float[] image, int at, int size, Range range, String which) {
    double margin = ROUNDING * (range.upper() - range.lower());
    float least = (float) (range.lower() - margin);
    float most = (float) (range.upper() + margin);
    for (int i = at; i < at + size; i++) {
      if (image[i] < least || image[i] > most) {
        throw Problem.of(which + "(…) met a pixel outside of its range of values")
            .expected("values from " + range.lower() + " to " + range.upper())
            .got(Float.toString(image[i]))
            .fix(
                "say what range the images have, "
                    + which
                    + "(…).valueRange(0, 255), or bring them into this one, with .scaled(1 / 255.0)"
                    + " before .augmented(…)")
            .see("augmentation-values")
            .asDataException();
      }
    }
  }
}
