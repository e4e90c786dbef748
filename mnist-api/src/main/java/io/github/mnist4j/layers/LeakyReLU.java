package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Rectified linear unit with a slope below zero: {@code x} for positive x, {@code negativeSlope ·
 * x} otherwise (Maas et al. 2013).
 *
 * <p>Shapes, per sample: x any, y as x. Keras' default slope is 0.3; the activation {@code
 * leaky_relu} has 0.2.
 *
 * <pre>{@code LeakyReLU(0.1)}</pre>
 *
 * @param negativeSlope the slope below zero, 0 or more
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record LeakyReLU(double negativeSlope, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public LeakyReLU {
    Check.notNegative(negativeSlope, "LeakyReLU", "negativeSlope");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Activation activation() {
    return Activation.leaky_relu;
  }

  @Override
  public LeakyReLU name(String name) {
    return Records.with(this, "name", Check.layerName(name, "LeakyReLU"));
  }
}
