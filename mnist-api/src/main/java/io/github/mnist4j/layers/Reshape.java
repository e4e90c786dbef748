package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays a sample's numbers out in another shape, in their order.
 *
 * <p>Shapes, per sample: x any, y the target shape; one of its sizes may be −1, and is then what is
 * left.
 *
 * <pre>{@code Sequential.of(Input(784), Reshape(28, 28, 1), Conv2D(32, 3, relu))}</pre>
 *
 * @param targetShape the sizes of the axes, each at least 1, or once −1
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Reshape(List<Integer> targetShape, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public Reshape {
    targetShape = targetSizes(targetShape);
  }

  private static List<Integer> targetSizes(List<Integer> sizes) {
    Check.notNull(sizes, "Reshape", "targetShape");
    long unknown = sizes.stream().filter(size -> size == -1).count();
    if (unknown > 1 || sizes.stream().anyMatch(size -> size < 1 && size != -1)) {
      throw new IllegalArgumentException(
          "Reshape: targetShape must have sizes of at least 1, and -1 at most once, got " + sizes);
    }
    return List.copyOf(sizes);
  }

  @Override
  public Shape outputShape(Shape input) {
    int known = targetShape.stream().filter(size -> size > 0).reduce(1, Math::multiplyExact);
    boolean free = targetShape.contains(-1);
    if (free ? input.size() % known != 0 : input.size() != known) {
      throw Problem.of("cannot lay its input out so")
          .expected(
              (free ? "samples of a multiple of " : "samples of ")
                  + known
                  + " numbers, for "
                  + targetShape)
          .got(input + ", " + input.size() + " numbers")
          .see("reshape")
          .asShapeException();
    }
    return Shape.of(
        targetShape.stream().mapToInt(size -> size == -1 ? input.size() / known : size).toArray());
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public Reshape name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Reshape"));
  }
}
