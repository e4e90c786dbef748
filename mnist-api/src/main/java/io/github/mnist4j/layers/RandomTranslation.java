package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import org.jspecify.annotations.Nullable;

/**
 * Moves each image down and to the right by a part of its height and width that is drawn anew each
 * step.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y as x. Keras' defaults: the image in
 * a mirror outside ({@link FillMode#REFLECT}), bilinear. Only while training: when testing and
 * predicting, y is x. Data sets can do the same beside the training step, with {@code
 * Dataset.augmented}.
 *
 * <pre>{@code RandomTranslation(0.1, 0.1).fillMode(FillMode.CONSTANT)}</pre>
 *
 * @param heightFactor how far down, as a part of the height, from −1 to 1; up where negative
 * @param widthFactor how far to the right, as a part of the width, from −1 to 1
 * @param fillMode what lies outside of the image
 * @param interpolation what stands between the pixels
 * @param seed the seed of what is drawn, or {@code null} for the network's
 * @param fillValue the value outside, for {@link FillMode#CONSTANT}
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record RandomTranslation(
    Range heightFactor,
    Range widthFactor,
    FillMode fillMode,
    Interpolation interpolation,
    @Nullable Integer seed,
    double fillValue,
    @Nullable String name)
    implements RandomMovement<RandomTranslation> {
  /** Checks the ranges. */
  public RandomTranslation {
    Check.notNull(heightFactor, "RandomTranslation", "heightFactor")
        .within(-1, 1, "RandomTranslation", "heightFactor");
    Check.notNull(widthFactor, "RandomTranslation", "widthFactor")
        .within(-1, 1, "RandomTranslation", "widthFactor");
    Check.notNull(fillMode, "RandomTranslation", "fillMode");
    Check.notNull(interpolation, "RandomTranslation", "interpolation");
    Check.finite(fillValue, "RandomTranslation", "fillValue");
  }
}
