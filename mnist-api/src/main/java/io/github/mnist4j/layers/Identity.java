package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Passes its input on.
 *
 * <p>Shapes, per sample: x any, y as x.
 *
 * <pre>{@code Identity()}</pre>
 *
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Identity(@Nullable String name) implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public Identity name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Identity"));
  }
}
