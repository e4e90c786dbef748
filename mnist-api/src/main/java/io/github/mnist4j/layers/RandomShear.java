package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import org.jspecify.annotations.Nullable;

/**
 * Makes each image slant, by factors that are drawn anew each step: pixel (x, y) comes from {@code
 * (x + s·y, y + t·x)}, with the upper left corner in its place. In half of the images both have the
 * other sign.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y as x. Keras' defaults: the image in
 * a mirror outside ({@link FillMode#REFLECT}), bilinear. Only while training: when testing and
 * predicting, y is x. Data sets can do the same beside the training step, with {@code
 * Dataset.augmented}.
 *
 * <pre>{@code RandomShear(0.2, 0)}</pre>
 *
 * @param xFactor s, from −1 to 1
 * @param yFactor t, from −1 to 1
 * @param fillMode what lies outside of the image
 * @param interpolation what stands between the pixels
 * @param seed the seed of what is drawn, or {@code null} for the network's
 * @param fillValue the value outside, for {@link FillMode#CONSTANT}
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record RandomShear(
    Range xFactor,
    Range yFactor,
    FillMode fillMode,
    Interpolation interpolation,
    @Nullable Integer seed,
    double fillValue,
    @Nullable String name)
    implements RandomMovement<RandomShear> {
  /** Checks the ranges. */
  public RandomShear {
    Check.notNull(xFactor, "RandomShear", "xFactor").within(-1, 1, "RandomShear", "xFactor");
    Check.notNull(yFactor, "RandomShear", "yFactor").within(-1, 1, "RandomShear", "yFactor");
    Check.notNull(fillMode, "RandomShear", "fillMode");
    Check.notNull(interpolation, "RandomShear", "interpolation");
    Check.finite(fillValue, "RandomShear", "fillValue");
  }
}
