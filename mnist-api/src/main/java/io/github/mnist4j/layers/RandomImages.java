package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A layer that changes each image by what is drawn anew each step while training, and passes images
 * on when testing and predicting.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y as x.
 *
 * <pre>{@code RandomImages<?> layer = RandomBrightness(0.2).valueRange(0, 1).seed(7);}</pre>
 *
 * @param <R> the record
 */
public sealed interface RandomImages<R extends Record & RandomImages<R>> extends Layer
    permits RandomMovement, RandomBrightness, RandomContrast {
  /** Returns the seed of what is drawn, or {@code null} for the network's. */
  @Nullable Integer seed();

  /** Returns the same layer with a seed of its own, or {@code null} for the network's. */
  default R seed(@Nullable Integer seed) {
    return Records.with(self(), "seed", seed);
  }

  @Override
  default R name(String name) {
    return Records.with(self(), "name", Check.layerName(name, className()));
  }

  @Override
  default Shape outputShape(Shape input) {
    Images.requireImage(input);
    return input;
  }

  @Override
  default boolean passesOn() {
    return true;
  }

  @SuppressWarnings("unchecked")
  private R self() {
    return (R) this;
  }
}
