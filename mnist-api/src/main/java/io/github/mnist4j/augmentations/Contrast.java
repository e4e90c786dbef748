package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;

/**
 * Makes the pixels of each channel differ more or less from their mean, as Keras' {@code
 * RandomContrast}: {@code (x − mean) · factor + mean}, and what leaves the range of values is cut
 * off. The factor is drawn from {@code 1 − lower} to {@code 1 + upper}.
 *
 * <p>One number stands for both sides, as Keras documents it; Keras 3.15 itself then draws from 1
 * to {@code 1 + number}. The range is 0 to 1 unless told otherwise, as data sets of images have it
 * here; Keras' default is 0 to 255.
 *
 * <pre>{@code contrast(0.3)     // factors of 0.7 to 1.3}</pre>
 *
 * @param lower how much less than 1 the factor may be, from 0 to 1
 * @param upper how much more than 1 the factor may be, 0 or more
 * @param valueRange the range of values that the images have
 */
public record Contrast(double lower, double upper, Range valueRange) implements Augmentation {
  /** Checks the ranges. */
  public Contrast {
    Check.notNegative(lower, "Contrast", "lower");
    Check.atMost(1, lower, "Contrast", "lower");
    Check.notNegative(upper, "Contrast", "upper");
    Check.notNull(valueRange, "Contrast", "valueRange");
  }

  /** Returns the same augmentation for images of other values, such as 0 to 255. */
  public Contrast valueRange(double lowest, double highest) {
    return new Contrast(lower, upper, new Range(lowest, highest));
  }

  void apply(RandomStream random, float[] image, int at, int pixels, int channels) {
    Values.require(image, at, pixels * channels, valueRange, "contrast");
    double factor = new Range(1 - lower, 1 + upper).at(random.uniformDouble(0));
    stretch(factor, image, at, pixels, channels);
  }

  void stretch(double factor, float[] image, int at, int pixels, int channels) {
    for (int c = 0; c < channels && factor != 1; c++) {
      stretchChannel((float) factor, image, at + c, pixels, channels);
    }
  }

  private void stretchChannel(float factor, float[] image, int first, int pixels, int step) {
    double sum = 0;
    for (int i = 0; i < pixels; i++) {
      sum += image[first + i * step];
    }
    float mean = (float) (sum / pixels);
    for (int i = 0; i < pixels; i++) {
      int place = first + i * step;
      image[place] = Values.clip((image[place] - mean) * factor + mean, valueRange);
    }
  }
}
