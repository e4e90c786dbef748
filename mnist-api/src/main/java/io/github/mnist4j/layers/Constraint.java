package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.List;

/**
 * What is done to a parameter behind each step of the optimizer, so that its numbers stay where
 * they are wanted. The records are Keras' classes; {@link Constraints} makes them.
 *
 * <p>Norms are Euclidean, taken along the axes given, which count from 0 or from the end: along
 * axis 0 of a dense layer's kernel, each unit has its norm; along 0, 1 and 2 of a convolution's,
 * each filter. The arithmetic is plain Java, in place, over a parameter's part of a flat array.
 * What is no number makes its norm none, and so all numbers of its vector.
 *
 * <pre>{@code Dense(64, relu).kernelConstraint(Constraints.maxNorm(2))}</pre>
 */
public sealed interface Constraint {
  /**
   * Changes a parameter.
   *
   * @param values an array that holds the parameter's numbers
   * @param offset where they begin
   * @param shape the parameter's shape
   * @throws io.github.mnist4j.errors.ShapeException if the shape has not the axes
   */
  void apply(float[] values, int offset, Shape shape);

  /**
   * Requires that parameters of a shape have this constraint's axes.
   *
   * @throws io.github.mnist4j.errors.ShapeException if not
   */
  default void requireShape(Shape shape) {}

  /**
   * Norms of {@code maxValue} at most (Srivastava et al. 2014).
   *
   * @param maxValue the greatest norm, 0 or more; Keras' default 2
   * @param axis the axes along which norms are taken; 0
   */
  record MaxNorm(double maxValue, List<Integer> axis) implements Constraint {
    /** Checks the range, and copies the list. */
    public MaxNorm {
      Check.notNegative(maxValue, "MaxNorm", "maxValue");
      axis = Lengths.axes(axis, "MaxNorm");
    }

    @Override
    public void apply(float[] values, int offset, Shape shape) {
      Lengths.change(
          values, offset, shape, Lengths.of(axis, shape, "MaxNorm"), n -> Math.min(n, maxValue));
    }

    @Override
    public void requireShape(Shape shape) {
      Lengths.of(axis, shape, "MaxNorm");
    }
  }

  /** No negative numbers: {@code max(w, 0)}. */
  record NonNeg() implements Constraint {
    @Override
    public void apply(float[] values, int offset, Shape shape) {
      for (int i = offset; i < offset + shape.size(); i++) {
        values[i] = Math.max(values[i], 0);
      }
    }
  }

  /**
   * Norms of 1.
   *
   * @param axis the axes along which norms are taken; Keras' default 0
   */
  record UnitNorm(List<Integer> axis) implements Constraint {
    /** Copies the list. */
    public UnitNorm {
      axis = Lengths.axes(axis, "UnitNorm");
    }

    @Override
    public void apply(float[] values, int offset, Shape shape) {
      Lengths.change(values, offset, shape, Lengths.of(axis, shape, "UnitNorm"), n -> 1);
    }

    @Override
    public void requireShape(Shape shape) {
      Lengths.of(axis, shape, "UnitNorm");
    }
  }

  /**
   * Norms between {@code minValue} and {@code maxValue}, or on the way there: {@code rate · clip(n,
   * minValue, maxValue) + (1 − rate) · n}.
   *
   * @param minValue the least norm, 0 or more; Keras' default 0
   * @param maxValue the greatest norm, {@code minValue} or more; 1
   * @param rate how much of the way is gone at once, 0 to 1; 1
   * @param axis the axes along which norms are taken; 0
   */
  record MinMaxNorm(double minValue, double maxValue, double rate, List<Integer> axis)
      implements Constraint {
    /** Checks the ranges, and copies the list. */
    public MinMaxNorm {
      Check.notNegative(minValue, "MinMaxNorm", "minValue");
      Check.notNegative(maxValue, "MinMaxNorm", "maxValue");
      if (maxValue < minValue) {
        throw new IllegalArgumentException(
            "MinMaxNorm: maxValue must be at least minValue, " + minValue + ", got " + maxValue);
      }
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("MinMaxNorm: rate must be from 0 to 1, got " + rate);
      }
      axis = Lengths.axes(axis, "MinMaxNorm");
    }

    @Override
    public void apply(float[] values, int offset, Shape shape) {
      Lengths.change(
          values,
          offset,
          shape,
          Lengths.of(axis, shape, "MinMaxNorm"),
          n -> rate * Math.min(Math.max(n, minValue), maxValue) + (1 - rate) * n);
    }

    @Override
    public void requireShape(Shape shape) {
      Lengths.of(axis, shape, "MinMaxNorm");
    }
  }
}
