package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.List;

/**
 * Axes as Keras counts them, the batch's being 0, or from the end: turned into those of one sample.
 *
 * <pre>{@code Axes.of(-1, Shape.of(28, 28, 1), "LayerNormalization")     // 2: the channels}</pre>
 */
public final class Axes {
  private Axes() {}

  /**
   * Returns the axis of a sample, counted from 0.
   *
   * @throws io.github.mnist4j.errors.ShapeException if the samples have no such axis
   */
  public static int of(int axis, Shape input, String owner) {
    int own = axis < 0 ? input.rank() + axis : axis - 1;
    if (own < 0 || own >= input.rank()) {
      throw Problem.of(owner + " has an axis that its input has not")
          .expected("an axis of 1 to " + input.rank() + ", or -" + input.rank() + " to -1")
          .got("axis " + axis + " of samples " + input)
          .see("no-such-axis")
          .asShapeException();
    }
    return own;
  }

  /**
   * Returns the axes of a sample, counted from 0, in ascending order.
   *
   * @throws io.github.mnist4j.errors.ShapeException if the samples have not one of them, or two are
   *     the same
   */
  public static int[] of(List<Integer> axes, Shape input, String owner) {
    int[] own =
        axes.stream().mapToInt(axis -> of(axis, input, owner)).sorted().distinct().toArray();
    if (own.length != axes.size()) {
      throw Problem.of(owner + " has an axis twice")
          .expected("different axes")
          .got("axes " + axes + " of samples " + input)
          .see("no-such-axis")
          .asShapeException();
    }
    return own;
  }

  /**
   * Returns which of the places of some axes a number of a sample is at, row by row of those axes.
   *
   * @param i the number's place in the sample
   * @param axes axes of the sample, ascending
   */
  static int place(int i, Shape sample, int... axes) {
    int rest = i;
    int place = 0;
    int stride = 1;
    int next = axes.length - 1;
    for (int axis = sample.rank() - 1; axis >= 0; axis--) {
      if (next >= 0 && axes[next] == axis) {
        place += rest % sample.dim(axis) * stride;
        stride *= sample.dim(axis);
        next--;
      }
      rest /= sample.dim(axis);
    }
    return place;
  }

  /** Requires another axis than the batch's. */
  static int notBatch(int axis, String owner) {
    if (axis == 0) {
      throw new IllegalArgumentException(
          owner + ": axis must not be 0, which is the batch's; a sample's axes are counted from 1");
    }
    return axis;
  }

  /** Requires one axis or more, none of them the batch's, and copies the list. */
  static List<Integer> list(List<Integer> axes, String owner) {
    Check.notNull(axes, owner, "axis");
    Check.atLeast(1, axes.size(), owner, "the number of axes");
    axes.forEach(axis -> notBatch(axis, owner));
    return List.copyOf(axes);
  }
}
