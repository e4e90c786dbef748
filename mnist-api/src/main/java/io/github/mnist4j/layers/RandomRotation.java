package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import org.jspecify.annotations.Nullable;

/**
 * Turns each image about its middle by an angle that is drawn anew each step.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y as x. Keras' defaults: the image in
 * a mirror outside ({@link FillMode#REFLECT}), bilinear. Only while training: when testing and
 * predicting, y is x. Data sets can do the same beside the training step, with {@code
 * Dataset.augmented}.
 *
 * <pre>{@code RandomRotation(0.05)     // up to 18 degrees either way}</pre>
 *
 * @param factor the angle as a part of a whole turn, 2π, from −1 to 1; counter-clockwise where
 *     positive
 * @param fillMode what lies outside of the image
 * @param interpolation what stands between the pixels
 * @param seed the seed of what is drawn, or {@code null} for the network's
 * @param fillValue the value outside, for {@link FillMode#CONSTANT}
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record RandomRotation(
    Range factor,
    FillMode fillMode,
    Interpolation interpolation,
    @Nullable Integer seed,
    double fillValue,
    @Nullable String name)
    implements RandomMovement<RandomRotation> {
  /** Checks the ranges. */
  public RandomRotation {
    Check.notNull(factor, "RandomRotation", "factor").within(-1, 1, "RandomRotation", "factor");
    Check.notNull(fillMode, "RandomRotation", "fillMode");
    Check.notNull(interpolation, "RandomRotation", "interpolation");
    Check.finite(fillValue, "RandomRotation", "fillValue");
  }
}
