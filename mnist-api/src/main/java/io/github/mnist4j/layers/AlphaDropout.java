package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Sets some of the numbers to what selu gives for minus infinity while training, and scales so that
 * mean and variance stay; for networks of selu. Does nothing when testing and predicting (Klambauer
 * et al. 2017).
 *
 * <p>Shapes, per sample: x any, y as x. {@code y = a · (x · kept + α′ · (1 − kept)) + b}, with
 * {@code α′ = −1.7581, a = ((1 − rate)(1 + rate · α′²))^−½, b = −a · α′ · rate}.
 *
 * <pre>{@code Sequential.of(Dense(64, selu), AlphaDropout(0.1), Dense(10))}</pre>
 *
 * @param rate the part that is replaced, 0 up to but not 1
 * @param seed the seed of the choice, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record AlphaDropout(double rate, @Nullable Integer seed, @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public AlphaDropout {
    Check.inHalfOpen(0, 1, rate, "AlphaDropout", "rate");
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
  public AlphaDropout seed(@Nullable Integer seed) {
    return Records.with(this, "seed", seed);
  }

  @Override
  public AlphaDropout name(String name) {
    return Records.with(this, "name", Check.layerName(name, "AlphaDropout"));
  }
}
