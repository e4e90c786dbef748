package io.github.mnist4j.tensor;

import io.github.mnist4j.errors.Check;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sizes of an array's axes, outermost first; of one sample where layers and data sets speak of
 * it.
 *
 * <p>Prints as Keras does: {@code (28, 28, 1)}, {@code (10,)}, {@code ()}.
 *
 * <pre>{@code Shape.of(28, 28, 1).size()   // 784}</pre>
 */
public final class Shape {
  private static final Shape SCALAR = new Shape(new int[0]);

  private final int[] dims;
  private final int size;

  private Shape(int[] dims) {
    long size = 1;
    for (int dim : dims) {
      Check.atLeast(0, dim, "Shape", "each size");
      size *= dim;
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "Shape: " + Arrays.toString(dims) + " has more elements than a Java array can hold");
      }
    }
    this.dims = dims;
    this.size = (int) size;
  }

  /**
   * Returns the shape with these sizes.
   *
   * @throws IllegalArgumentException if a size is negative or the product exceeds 2³¹ − 1
   */
  public static Shape of(int... dims) {
    return dims.length == 0 ? SCALAR : new Shape(dims.clone());
  }

  /** Returns the shape of a single number, {@code ()}. */
  public static Shape scalar() {
    return SCALAR;
  }

  /** Returns the number of axes. */
  public int rank() {
    return dims.length;
  }

  /**
   * Returns the size of an axis; negative axes count from the end, {@code -1} is the last.
   *
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public int dim(int axis) {
    return dims[axis < 0 ? axis + dims.length : axis];
  }

  /** Returns the number of elements: the product of all sizes, 1 for a scalar. */
  public int size() {
    return size;
  }

  /** Returns the sizes, a copy. */
  public int[] toArray() {
    return dims.clone();
  }

  /** Returns this shape with an axis of {@code size} in front. */
  public Shape prepend(int size) {
    int[] longer = new int[dims.length + 1];
    longer[0] = size;
    System.arraycopy(dims, 0, longer, 1, dims.length);
    return new Shape(longer);
  }

  /** Returns this shape without its first axis. */
  public Shape withoutFirst() {
    return of(Arrays.copyOfRange(dims, 1, dims.length));
  }

  /**
   * Returns the text for a batch of unknown size, as Keras' summary shows it: {@code (None, 28, 28,
   * 1)}.
   */
  public String toBatchString() {
    return "(None"
        + IntStream.of(dims).mapToObj(dim -> ", " + dim).collect(Collectors.joining())
        + (dims.length == 0 ? ",)" : ")");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(dims, that.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  @Override
  public String toString() {
    return dims.length == 1
        ? "(" + dims[0] + ",)"
        : IntStream.of(dims)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
