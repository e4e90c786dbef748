package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;

/**
 * A penalty on a parameter that is added to the loss, so that training keeps its numbers small, or
 * its vectors apart. The records are Keras' classes; {@link Regularizers} makes them.
 *
 * <p>The arithmetic is plain Java in double precision, over a parameter's part of a flat array.
 *
 * <pre>{@code Dense(64, relu).kernelRegularizer(Regularizers.l2(1e-4))}</pre>
 */
public sealed interface Regularizer {
  /**
   * Returns what is added to the loss: once a step, whatever the batch's size. What is no number
   * makes the penalty none.
   *
   * @param values an array that holds the parameter's numbers
   * @param offset where they begin
   * @param shape the parameter's shape
   * @throws io.github.mnist4j.errors.ShapeException if this regularizer has no penalty for such a
   *     shape: {@link OrthogonalRegularizer} alone is particular
   */
  double penalty(float[] values, int offset, Shape shape);

  /**
   * Adds the penalty's gradient to the parameter's.
   *
   * @param values an array that holds the parameter's numbers
   * @param gradients an array that holds the parameter's gradient
   * @param offset where they begin, in both
   * @param shape the parameter's shape
   * @throws io.github.mnist4j.errors.ShapeException as {@link #penalty} does
   */
  void addGradient(float[] values, float[] gradients, int offset, Shape shape);

  /**
   * Requires that this regularizer has a penalty for parameters of a shape.
   *
   * @throws io.github.mnist4j.errors.ShapeException if not
   */
  default void requireShape(Shape shape) {}

  /** Which of a matrix' vectors an {@link OrthogonalRegularizer} keeps apart. */
  enum Mode {
    /** Its rows. */
    ROWS,
    /** Its columns: a dense layer's units. */
    COLUMNS
  }

  /**
   * Lasso: {@code l1 · Σ|w|}.
   *
   * @param l1 the weight of the absolute numbers, 0 or more; Keras' default 0.01
   */
  record L1(double l1) implements Regularizer {
    /** Checks the range. */
    public L1 {
      Check.notNegative(l1, "L1", "l1");
    }

    @Override
    public double penalty(float[] values, int offset, Shape shape) {
      return Norms.penalty(l1, 0, values, offset, shape);
    }

    @Override
    public void addGradient(float[] values, float[] gradients, int offset, Shape shape) {
      Norms.addGradient(l1, 0, values, gradients, offset, shape);
    }
  }

  /**
   * Weight decay by the loss: {@code l2 · Σw²}, without a half.
   *
   * @param l2 the weight of the squares, 0 or more; Keras' default 0.01
   */
  record L2(double l2) implements Regularizer {
    /** Checks the range. */
    public L2 {
      Check.notNegative(l2, "L2", "l2");
    }

    @Override
    public double penalty(float[] values, int offset, Shape shape) {
      return Norms.penalty(0, l2, values, offset, shape);
    }

    @Override
    public void addGradient(float[] values, float[] gradients, int offset, Shape shape) {
      Norms.addGradient(0, l2, values, gradients, offset, shape);
    }
  }

  /**
   * Both: {@code l1 · Σ|w| + l2 · Σw²}.
   *
   * @param l1 the weight of the absolute numbers, 0 or more; Keras' default 0
   * @param l2 the weight of the squares, 0 or more; Keras' default 0
   */
  record L1L2(double l1, double l2) implements Regularizer {
    /** Checks the ranges. */
    public L1L2 {
      Check.notNegative(l1, "L1L2", "l1");
      Check.notNegative(l2, "L1L2", "l2");
    }

    @Override
    public double penalty(float[] values, int offset, Shape shape) {
      return Norms.penalty(l1, l2, values, offset, shape);
    }

    @Override
    public void addGradient(float[] values, float[] gradients, int offset, Shape shape) {
      Norms.addGradient(l1, l2, values, gradients, offset, shape);
    }
  }

  /**
   * Keeps a matrix' rows, or columns, at right angles: {@code factor} times the mean of |cos| of
   * the angles between each two of them. Takes time and memory of the count of vectors squared.
   *
   * @param factor the weight of the mean, 0 or more; Keras' default 0.01
   * @param mode which vectors; {@code ROWS}
   */
  record OrthogonalRegularizer(double factor, Mode mode) implements Regularizer {
    /** Checks the range. */
    public OrthogonalRegularizer {
      Check.notNegative(factor, "OrthogonalRegularizer", "factor");
      Check.notNull(mode, "OrthogonalRegularizer", "mode");
    }

    @Override
    public void requireShape(Shape shape) {
      String vectors = mode == Mode.ROWS ? "rows" : "columns";
      if (shape.rank() != 2 || shape.dim(mode == Mode.ROWS ? 0 : 1) < 2) {
        throw Problem.of(
                "OrthogonalRegularizer takes matrices only, of two " + vectors + " or more")
            .expected("a parameter of two axes")
            .got(shape.toString())
            .fix("take another regularizer for it")
            .see("regularizer-shape")
            .asShapeException();
      }
    }

    @Override
    public double penalty(float[] values, int offset, Shape shape) {
      requireShape(shape);
      return factor * Angles.of(values, offset, shape, mode).mean();
    }

    @Override
    public void addGradient(float[] values, float[] gradients, int offset, Shape shape) {
      requireShape(shape);
      Angles.of(values, offset, shape, mode).addGradient(factor, gradients, offset);
    }
  }
}
