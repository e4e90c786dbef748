package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies by normal noise of mean 1 and deviation {@code √(rate / (1 − rate))} while training;
 * does nothing when testing and predicting (Srivastava et al. 2014, section 10).
 *
 * <p>Shapes, per sample: x any, y as x.
 *
 * <pre>{@code GaussianDropout(0.5)}</pre>
 *
 * @param rate as of Dropout, 0 up to but not 1
 * @param seed the seed of the choice, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record GaussianDropout(double rate, @Nullable Integer seed, @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public GaussianDropout {
    Check.inHalfOpen(0, 1, rate, "GaussianDropout", "rate");
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
  public GaussianDropout seed(@Nullable Integer seed) {
    return Records.with(this, "seed", seed);
  }

  @Override
  public GaussianDropout name(String name) {
    return Records.with(this, "name", Check.layerName(name, "GaussianDropout"));
  }
}
