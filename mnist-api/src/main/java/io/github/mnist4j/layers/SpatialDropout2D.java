package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Sets whole channels of an image to zero while training, others each step, and multiplies the rest
 * by {@code 1 / (1 − rate)}; does nothing when testing and predicting (Tompson et al. 2014).
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y as x.
 *
 * <pre>{@code SpatialDropout2D(0.2)}</pre>
 *
 * @param rate the part of the channels that is set to zero, 0 up to but not 1
 * @param seed the seed of the choice, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record SpatialDropout2D(double rate, @Nullable Integer seed, @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public SpatialDropout2D {
    Check.inHalfOpen(0, 1, rate, "SpatialDropout2D", "rate");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireImage(input);
    return input;
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  /** Returns the same layer with a seed of its own. */
  public SpatialDropout2D seed(@Nullable Integer seed) {
    return Records.with(this, "seed", seed);
  }

  @Override
  public SpatialDropout2D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "SpatialDropout2D"));
  }
}
