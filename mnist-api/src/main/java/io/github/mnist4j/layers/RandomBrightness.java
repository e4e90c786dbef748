package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import org.jspecify.annotations.Nullable;

/**
 * Makes each image brighter or darker by a part of the range of values that is drawn anew each
 * step: {@code y = clip(x + factor · (upper − lower), lower, upper)} of the range's ends.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y as x. Only while training: when
 * testing and predicting, y is x, and nothing is cut off. Keras' default for the range is 0 to 255;
 * data sets of images have 0 to 1 here. Data sets can do the same beside the training step, with
 * {@code Dataset.augmented}.
 *
 * <pre>{@code RandomBrightness(0.2).valueRange(0, 1)     // -0.2 to 0.2 is added}</pre>
 *
 * @param factor what is added, as a part of the range's length, from −1 to 1
 * @param valueRange the range of values that the images have; what leaves it is cut off
 * @param seed the seed of what is drawn, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record RandomBrightness(
    Range factor, Range valueRange, @Nullable Integer seed, @Nullable String name)
    implements RandomImages<RandomBrightness> {
  /** Checks the ranges. */
  public RandomBrightness {
    Check.notNull(factor, "RandomBrightness", "factor").within(-1, 1, "RandomBrightness", "factor");
    Check.notNull(valueRange, "RandomBrightness", "valueRange");
  }

  /** Returns the same layer for images of other values, such as 0 to 1. */
  public RandomBrightness valueRange(double lower, double upper) {
    return Records.with(this, "valueRange", new Range(lower, upper));
  }
}
