package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Sets some of the numbers to zero while training, others each step, and multiplies the rest by
 * {@code 1 / (1 − rate)}; does nothing when testing and predicting (Srivastava et al. 2014, in the
 * inverted form).
 *
 * <p>Shapes, per sample: x any, y as x.
 *
 * <pre>{@code Dropout(0.5)}</pre>
 *
 * @param rate the part that is set to zero, 0 up to but not 1; not the part that is kept
 * @param seed the seed of the choice, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Dropout(double rate, @Nullable Integer seed, @Nullable String name) implements Layer {
  /** Checks the range. */
  public Dropout {
    Check.inHalfOpen(0, 1, rate, "Dropout", "rate");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  /** Returns the same layer with a seed of its own. */
  public Dropout seed(int seed) {
    return new Dropout(rate, seed, name);
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public Dropout name(String name) {
    return new Dropout(rate, seed, Check.layerName(name, "Dropout"));
  }
}
