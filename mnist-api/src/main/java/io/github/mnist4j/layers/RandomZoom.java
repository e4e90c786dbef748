package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import org.jspecify.annotations.Nullable;

/**
 * Makes what each image shows smaller or larger about its middle, by a factor that is drawn anew
 * each step: of 0.1, the image shows 1.1 times as much and that smaller; of −0.1, 0.9 times.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y as x. Keras' defaults: the image in
 * a mirror outside ({@link FillMode#REFLECT}), bilinear. Only while training: when testing and
 * predicting, y is x. Data sets can do the same beside the training step, with {@code
 * Dataset.augmented}.
 *
 * <pre>{@code RandomZoom(0.1)     // 0.9 to 1.1}</pre>
 *
 * @param heightFactor how much more of the height is shown, more than −1 and at most 1
 * @param widthFactor how much more of the width, or {@code null} for as much as of the height
 * @param fillMode what lies outside of the image
 * @param interpolation what stands between the pixels
 * @param seed the seed of what is drawn, or {@code null} for the network's
 * @param fillValue the value outside, for {@link FillMode#CONSTANT}
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record RandomZoom(
    Range heightFactor,
    @Nullable Range widthFactor,
    FillMode fillMode,
    Interpolation interpolation,
    @Nullable Integer seed,
    double fillValue,
    @Nullable String name)
    implements RandomMovement<RandomZoom> {
  /** Checks the ranges. */
  public RandomZoom {
    Check.notNull(heightFactor, "RandomZoom", "heightFactor")
        .within(Math.nextUp(-1.0), 1, "RandomZoom", "heightFactor");
    if (widthFactor != null) {
      widthFactor.within(Math.nextUp(-1.0), 1, "RandomZoom", "widthFactor");
    }
    Check.notNull(fillMode, "RandomZoom", "fillMode");
    Check.notNull(interpolation, "RandomZoom", "interpolation");
    Check.finite(fillValue, "RandomZoom", "fillValue");
  }
}
