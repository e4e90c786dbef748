package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pixels of each channel differ more or less from their mean, by a number that is drawn
 * anew for each image and step: {@code y = clip((x − mean) · c + mean, lowest, highest)}, c from
 * {@code 1 − factor.lower()} to {@code 1 + factor.upper()}.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y as x. Only while training: when
 * testing and predicting, y is x, and nothing is cut off. Keras' default for the range of values is
 * 0 to 255; data sets of images have 0 to 1 here. Data sets can do the same beside the training
 * step, with {@code Dataset.augmented}.
 *
 * <p>Of one number, Keras documents that it stands for both sides, and computes with the upper one
 * only: {@code RandomContrast(0.3)} draws from 1 to 1.3, there as here. A pair says both.
 *
 * <pre>{@code RandomContrast(new Range(0.3, 0.3)).valueRange(0, 1)     // 0.7 to 1.3}</pre>
 *
 * @param factor how much less than 1 the number may be, from 0 to 1, and how much more, at least as
 *     much
 * @param valueRange the range of values that the images have; what leaves it is cut off
 * @param seed the seed of what is drawn, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record RandomContrast(
    Range factor, Range valueRange, @Nullable Integer seed, @Nullable String name)
    implements RandomImages<RandomContrast> {
  /** Checks the ranges. */
  public RandomContrast {
    Check.notNull(factor, "RandomContrast", "factor");
    Check.notNegative(factor.lower(), "RandomContrast", "the factor's lower side");
    Check.atMost(1, factor.lower(), "RandomContrast", "the factor's lower side");
    Check.notNull(valueRange, "RandomContrast", "valueRange");
  }

  /** Returns the same layer for images of other values, such as 0 to 1. */
  public RandomContrast valueRange(double lowest, double highest) {
    return Records.with(this, "valueRange", new Range(lowest, highest));
  }
}
