package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Exponential linear unit: {@code x} for positive x, {@code alpha · (eˣ − 1)} otherwise (Clevert et
 * al. 2015).
 *
 * <p>Shapes, per sample: x any, y as x. Keras' default alpha is 1.
 *
 * <pre>{@code ELU(0.5)}</pre>
 *
 * @param alpha what is approached for small x, as a positive number; 0 or more
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record ELU(double alpha, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public ELU {
    Check.notNegative(alpha, "ELU", "alpha");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Activation activation() {
    return Activation.elu;
  }

  @Override
  public ELU name(String name) {
    return Records.with(this, "name", Check.layerName(name, "ELU"));
  }
}
