package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Makes a sequence longer: each step comes some times, one behind the other.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, y {@code (steps · size, channels)}. Keras'
 * default: two times.
 *
 * <pre>{@code UpSampling1D(2)}</pre>
 *
 * @param size how many times, at least 1
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record UpSampling1D(int size, @Nullable String name) implements Layer {
  /** Checks the range. */
  public UpSampling1D {
    Check.atLeast(1, size, "UpSampling1D", "size");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireSequence(input);
    return Shape.of(Math.multiplyExact(input.dim(0), size), input.dim(1));
  }

  @Override
  public UpSampling1D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "UpSampling1D"));
  }
}
