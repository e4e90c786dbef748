package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Makes probabilities over an axis: {@code eˣ / Σ eˣ}.
 *
 * <p>Shapes, per sample: x of one axis or more, y as x.
 *
 * <pre>{@code Sequential.of(Dense(10), Softmax())}</pre>
 *
 * @param axis the axis that adds up to 1, as Keras counts: from 1, or from the end with −1; not 0,
 *     which is the batch's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Softmax(int axis, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public Softmax {
    Axes.notBatch(axis, "Softmax");
  }

  @Override
  public Shape outputShape(Shape input) {
    Axes.of(axis, input, "Softmax");
    return input;
  }

  @Override
  public Activation activation() {
    return Activation.softmax;
  }

  @Override
  public Softmax name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Softmax"));
  }
}
