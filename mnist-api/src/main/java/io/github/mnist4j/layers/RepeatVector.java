package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a vector: a sequence of equal steps.
 *
 * <p>Shapes, per sample: x {@code (size)}, y {@code (n, size)}.
 *
 * <pre>{@code RepeatVector(28)}</pre>
 *
 * @param n how many times, at least 1
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record RepeatVector(int n, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public RepeatVector {
    Check.atLeast(1, n, "RepeatVector", "n");
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() != 1) {
      throw Problem.of("takes vectors")
          .expected("samples of one axis, (size)")
          .got(input.toString())
          .see("not-a-vector")
          .asShapeException();
    }
    return Shape.of(n, input.dim(0));
  }

  @Override
  public RepeatVector name(String name) {
    return Records.with(this, "name", Check.layerName(name, "RepeatVector"));
  }
}
