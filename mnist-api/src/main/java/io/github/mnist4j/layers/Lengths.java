package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The norms of a parameter's vectors, and how they are changed. */
final class Lengths {
  /** Keras' epsilon, by which it divides where a norm is 0. */
  private static final double EPSILON = 1e-7;

  private Lengths() {}

  /** Requires one axis or more, and copies the list. */
  static List<Integer> axes(List<Integer> axes, String owner) {
    Check.notNull(axes, owner, "axis");
    Check.atLeast(1, axes.size(), owner, "the number of axes");
    axes.forEach(axis -> Check.notNull(axis, owner, "an axis"));
    return List.copyOf(axes);
  }

  /** Returns which axes of a parameter remain when norms are taken along some of them. */
  static boolean[] of(List<Integer> axes, Shape shape, String owner) {
    boolean[] remain = new boolean[shape.rank()];
    Arrays.fill(remain, true);
    for (int axis : axes) {
      int own = axis < 0 ? axis + shape.rank() : axis;
      if (own < 0 || own >= shape.rank() || !remain[own]) {
        throw Problem.of(owner + " has an axis that its parameter has not, or has it twice")
            .expected(
                shape.rank() == 0
                    ? "a parameter of one axis or more"
                    : "different axes of 0 to " + (shape.rank() - 1) + ", or from the end")
            .got("axis " + (axes.size() == 1 ? axes.get(0) : axes) + " of a parameter " + shape)
            .see("constraint-axis")
            .asShapeException();
      }
      remain[own] = false;
    }
    return remain;
  }

  /** Makes of each vector of norm n one of norm {@code wanted(n)}. */
  static void change(
      float[] values, int offset, Shape shape, boolean[] remain, DoubleUnaryOperator wanted) {
    int[] steps = new int[shape.rank()];
    int count = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      steps[axis] = remain[axis] ? count : 0;
      count *= remain[axis] ? shape.dim(axis) : 1;
    }
    int[] vectors = vectors(shape, steps);
    double[] scales = new double[count];
    for (int i = 0; i < vectors.length; i++) {
      scales[vectors[i]] += (double) values[offset + i] * values[offset + i];
    }
    for (int i = 0; i < count; i++) {
      double norm = Math.sqrt(scales[i]);
      scales[i] = wanted.applyAsDouble(norm) / (norm + EPSILON);
    }
    for (int i = 0; i < vectors.length; i++) {
      values[offset + i] = (float) (values[offset + i] * scales[vectors[i]]);
    }
  }

  /**
   * Returns which vector each number belongs to.
   *
   * @param steps how many vectors farther one place along each axis leads
   */
  private static int[] vectors(Shape shape, int[] steps) {
    int[] vectors = new int[shape.size()];
    int[] at = new int[steps.length];
    int vector = 0;
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = vector;
      for (int axis = at.length - 1; axis >= 0; axis--) {
        vector += steps[axis];
        if (++at[axis] < shape.dim(axis)) {
          break;
        }
        vector -= steps[axis] * at[axis];
        at[axis] = 0;
      }
    }
    return vectors;
  }
}
