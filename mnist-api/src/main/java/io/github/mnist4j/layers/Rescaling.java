package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies by a number and adds one: {@code y = x · scale + offset}.
 *
 * <p>Shapes, per sample: x any, y as x.
 *
 * <pre>{@code Rescaling(1 / 255.0)  // pixels of 0..255 become 0..1}</pre>
 *
 * @param scale what x is multiplied by; finite
 * @param offset what is added; finite
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Rescaling(double scale, double offset, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public Rescaling {
    Check.finite(scale, "Rescaling", "scale");
    Check.finite(offset, "Rescaling", "offset");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  /** Returns the same layer with another offset. */
  public Rescaling offset(double offset) {
    return Records.with(this, "offset", offset);
  }

  @Override
  public Rescaling name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Rescaling"));
  }
}
