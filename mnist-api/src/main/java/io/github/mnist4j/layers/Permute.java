package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the order of a sample's axes.
 *
 * <p>Shapes, per sample: x any, y has at its axis i what x has at axis {@code dims[i]}.
 *
 * <pre>{@code Permute(2, 1)  // rows become columns}</pre>
 *
 * @param dims the axes of x, counted from 1, in the order of y
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Permute(List<Integer> dims, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public Permute {
    dims = axes(dims);
  }

  private static List<Integer> axes(List<Integer> dims) {
    Check.notNull(dims, "Permute", "dims");
    for (int axis = 1; axis <= dims.size(); axis++) {
      if (!dims.contains(axis)) {
        throw new IllegalArgumentException(
            "Permute: dims must be the numbers 1 to " + dims.size() + ", each once, got " + dims);
      }
    }
    return List.copyOf(dims);
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() != dims.size()) {
      throw Problem.of("takes samples of " + dims.size() + " axes")
          .expected("as many axes as " + dims)
          .got(input.toString())
          .see("reshape")
          .asShapeException();
    }
    return Shape.of(dims.stream().mapToInt(axis -> input.dim(axis - 1)).toArray());
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public Permute name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Permute"));
  }
}
