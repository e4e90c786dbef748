package io.github.mnist4j.tensor;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.Arrays;

/**
 * An array of {@code float}s with a shape, row-major: the last axis lies together in memory. The
 * one array type of the API.
 *
 * <p>A tensor wraps the array it is given; what is written to that array is seen through the
 * tensor. Tensors that the library returns belong to the caller.
 *
 * <pre>{@code
 * Tensor x = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
 * x.at(1, 2);        // 6.0
 * x.row(0);          // (3,) [1.0, 2.0, 3.0]
 * x.argmax();        // [2, 2]
 * }</pre>
 */
public final class Tensor {
  private final Shape shape;
  private final float[] data;

  private Tensor(Shape shape, float[] data) {
    this.shape = shape;
    this.data = data;
  }

  /**
   * Wraps an array.
   *
   * @param data {@code shape.size()} numbers, row-major; not copied
   * @throws io.github.mnist4j.errors.ShapeException if the number of elements differs from the
   *     shape's
   */
  public static Tensor of(Shape shape, float... data) {
    Check.notNull(data, "Tensor", "data");
    if (shape.size() != data.length) {
      throw Problem.of("a tensor's array does not fill its shape")
          .expected(shape.size() + " numbers for shape " + shape)
          .got(data.length + " numbers")
          .see("tensor-size")
          .asShapeException();
    }
    return new Tensor(shape, data);
  }

  /** Returns a tensor of zeros. */
  public static Tensor zeros(Shape shape) {
    return new Tensor(shape, new float[shape.size()]);
  }

  /** Returns the shape, first axis included. */
  public Shape shape() {
    return shape;
  }

  /** Returns the number of elements. */
  public int size() {
    return data.length;
  }

  /** Returns the array behind this tensor, row-major; not a copy. */
  public float[] data() {
    return data;
  }

  /**
   * Returns one element.
   *
   * @param index one index an axis
   * @throws IndexOutOfBoundsException if an index is outside its axis or their number is not the
   *     rank
   */
  public float at(int... index) {
    if (index.length != shape.rank()) {
      throw new IndexOutOfBoundsException(
          "a tensor of shape "
              + shape
              + " takes "
              + shape.rank()
              + " indices, got "
              + index.length);
    }
    int offset = 0;
    for (int axis = 0; axis < index.length; axis++) {
      if (index[axis] < 0 || index[axis] >= shape.dim(axis)) {
        throw new IndexOutOfBoundsException(
            "index " + Arrays.toString(index) + " is outside shape " + shape);
      }
      offset = offset * shape.dim(axis) + index[axis];
    }
    return data[offset];
  }

  /** Returns the number of rows: the first axis' size. */
  public int rows() {
    return shape.rank() == 0 ? 1 : shape.dim(0);
  }

  /** Returns one row, a copy, without the first axis. */
  public Tensor row(int row) {
    return rows(row, row + 1).reshape(shape.withoutFirst());
  }

  /**
   * Returns the rows {@code from} (inclusive) to {@code to} (exclusive), a copy.
   *
   * @throws IndexOutOfBoundsException if there are no such rows
   */
  public Tensor rows(int from, int to) {
    if (shape.rank() == 0 || from < 0 || to < from || to > rows()) {
      throw new IndexOutOfBoundsException(
          "rows " + from + " to " + to + " are not in a tensor of shape " + shape);
    }
    Shape row = shape.withoutFirst();
    return new Tensor(
        row.prepend(to - from), Arrays.copyOfRange(data, from * row.size(), to * row.size()));
  }

  /** Returns the same numbers under another shape of the same size; the array is shared. */
  public Tensor reshape(Shape other) {
    return of(other, data);
  }

  /**
   * Returns the index of the greatest element along the last axis, for each place of the axes
   * before it; the first of equals, as NumPy.
   */
  public int[] argmax() {
    int width = shape.rank() == 0 ? 1 : shape.dim(-1);
    int[] indices = new int[width == 0 ? 0 : data.length / width];
    for (int i = 0; i < indices.length; i++) {
      int best = 0;
      for (int j = 1; j < width; j++) {
        if (data[i * width + j] > data[i * width + best]) {
          best = j;
        }
      }
      indices[i] = best;
    }
    return indices;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && shape.equals(that.shape)
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(data);
  }

  /** Returns the shape and the first numbers. */
  @Override
  public String toString() {
    int shown = Math.min(data.length, 10);
    String numbers = Arrays.toString(Arrays.copyOf(data, shown));
    return shape + " " + (shown < data.length ? numbers.replace("]", ", …]") : numbers);
  }
}
