package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Lays a sample's numbers in one row, the last axis together.
 *
 * <p>Shapes, per sample: x any, y {@code (x's number of elements)}.
 *
 * <pre>{@code Sequential.of(Input(28, 28), Flatten(), Dense(10))}</pre>
 *
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Flatten(@Nullable String name) implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    return Shape.of(input.size());
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public Flatten name(String name) {
    return new Flatten(Check.layerName(name, "Flatten"));
  }
}
