package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;

/**
 * Makes an image brighter or darker, as Keras' {@code RandomBrightness}: a part of the length of
 * the range of values is added to all pixels, and what leaves the range is cut off.
 *
 * <p>The range is 0 to 1 unless told otherwise, as data sets of images have it here; Keras' default
 * is 0 to 255.
 *
 * <pre>{@code brightness(0.2)     // adds -0.2 to 0.2}</pre>
 *
 * @param factor what is added, as a part of the range's length, from −1 to 1
 * @param valueRange the range of values that the images have
 */
public record Brightness(Range factor, Range valueRange) implements Augmentation {
  /** Checks the ranges. */
  public Brightness {
    Check.notNull(factor, "Brightness", "factor").within(-1, 1, "Brightness", "factor");
    Check.notNull(valueRange, "Brightness", "valueRange");
  }

  /** Returns the same augmentation for images of other values, such as 0 to 255. */
  public Brightness valueRange(double lower, double upper) {
    return new Brightness(factor, new Range(lower, upper));
  }

  void apply(RandomStream random, float[] image, int at, int size) {
    Values.require(image, at, size, valueRange, "brightness");
    double drawn = factor.at(random.uniformDouble(0));
    if (drawn != 0) {
      add((float) (drawn * (valueRange.upper() - valueRange.lower())), image, at, size);
    }
  }

  private void add(float delta, float[] image, int at, int size) {
    for (int i = at; i < at + size; i++) {
      image[i] = Values.clip(image[i] + delta, valueRange);
    }
  }
}
