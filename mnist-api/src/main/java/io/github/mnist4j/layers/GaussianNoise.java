package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Adds normal noise of mean 0 while training; does nothing when testing and predicting.
 *
 * <p>Shapes, per sample: x any, y as x.
 *
 * <pre>{@code GaussianNoise(0.1)}</pre>
 *
 * @param stddev the noise's deviation, 0 or more
 * @param seed the seed of the choice, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record GaussianNoise(double stddev, @Nullable Integer seed, @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public GaussianNoise {
    Check.notNegative(stddev, "GaussianNoise", "stddev");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  /** Returns the same layer with a seed of its own. */
  public GaussianNoise seed(@Nullable Integer seed) {
    return Records.with(this, "seed", seed);
  }

  @Override
  public GaussianNoise name(String name) {
    return Records.with(this, "name", Check.layerName(name, "GaussianNoise"));
  }
}
