package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives its input to several layers and lays what they make side by side, along the last axis. In
 * Keras' files, layers of a functional model and a {@code Concatenate}.
 *
 * <p>Shapes, per sample: x any; the branches' outputs must agree in all axes but the last.
 * Parameters are named {@code inner layer/parameter}. A branch of several layers is a {@link
 * Stack}, one that passes the input on is {@link Identity}.
 *
 * <pre>{@code Concat(Conv2D(16, 1, relu), Stack(Conv2D(8, 1, relu), Conv2D(16, 3,
 * relu).padding(SAME)), Identity())}</pre>
 *
 * @param branches the layers that get the input, at least two
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Concat(List<Layer> branches, @Nullable String name) implements Composite {
  /** Checks the ranges. */
  public Concat {
    branches = Inner.named(branches, "Concat");
    Check.atLeast(2, branches.size(), "Concat", "the number of branches");
  }

  @Override
  public List<Layer> inner() {
    return branches;
  }

  @Override
  public List<Shape> innerInputs(Shape input) {
    return branches.stream().map(branch -> input).toList();
  }

  @Override
  public Shape outputShape(Shape input) {
    int[] sum = null;
    for (Layer branch : branches) {
      Shape made = Inner.output(branch, input);
      if (made.rank() == 0 || sum != null && !fits(made, sum)) {
        throw Problem.of("cannot lay side by side what its branches make")
            .expected("outputs that agree in all axes but the last")
            .got(
                branches.stream()
                    .map(b -> "'" + b.name() + "' " + Inner.output(b, input))
                    .collect(Collectors.joining(", ")))
            .fix("use padding(SAME) in convolutions and pools")
            .see("concat")
            .asShapeException();
      }
      int[] dims = made.toArray();
      if (sum == null) {
        sum = dims;
      } else {
        sum[sum.length - 1] = Math.addExact(sum[sum.length - 1], dims[dims.length - 1]);
      }
    }
    return Shape.of(sum);
  }

  private static boolean fits(Shape made, int[] sum) {
    int[] dims = made.toArray();
    if (dims.length != sum.length) {
      return false;
    }
    dims[dims.length - 1] = sum[sum.length - 1];
    return Arrays.equals(dims, sum);
  }

  @Override
  public Concat name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Concat"));
  }
}
