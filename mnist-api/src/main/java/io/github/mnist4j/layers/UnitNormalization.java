package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Euclidean length along some axes 1: {@code y = x / max(√Σx², 1e-12)}.
 *
 * <p>Shapes, per sample: x of one axis or more, y as x.
 *
 * <pre>{@code UnitNormalization()}</pre>
 *
 * @param axis the axes, as Keras counts: from 1, or from the end with −1
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record UnitNormalization(List<Integer> axis, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public UnitNormalization {
    axis = Axes.list(axis, "UnitNormalization");
  }

  @Override
  public Shape outputShape(Shape input) {
    Axes.of(axis, input, "UnitNormalization");
    return input;
  }

  /** Returns the same layer with other axes, as Keras counts them. */
  public UnitNormalization axis(int... axes) {
    return Records.with(this, "axis", Arrays.stream(axes).boxed().toList());
  }

  @Override
  public UnitNormalization name(String name) {
    return Records.with(this, "name", Check.layerName(name, "UnitNormalization"));
  }
}
