package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;

/**
 * A moving window in oneDNN's terms.
 *
 * @param size its height and width
 * @param strides its steps
 * @param gaps the rows and columns that it leaves out between two of its own
 * @param low the rows and columns of padding in front
 * @param high those behind
 */
record Window(long[] size, long[] strides, long[] gaps, long[] low, long[] high) {
  private static final Size DENSE = Size.square(1);

  /**
   * Padding "same" is as even as can be, the odd one behind; the whole is what the last window
   * reaches over. Causal padding is all in front.
   *
   * @param in what it moves over
   * @param out the places that it comes to
   */
  static Window of(Size size, Size strides, Size dilation, Padding padding, Shape in, Shape out) {
    Window window = bare(size, strides, dilation);
    for (int axis = 0; axis < 2; axis++) {
      long missing = Math.max(0, window.missing(axis, in, out));
      window.low[axis] =
          switch (padding) {
            case VALID -> 0;
            case SAME -> missing / 2;
            case CAUSAL -> window.reach(axis) - 1;
          };
      window.high[axis] = padding == Padding.SAME ? missing - window.low[axis] : 0;
    }
    return window;
  }

  /** Returns a window that leaves nothing out. */
  static Window of(Size size, Size strides, Padding padding, Shape in, Shape out) {
    return of(size, strides, DENSE, padding, in, out);
  }

  /**
   * Returns the window of a transposed convolution, which goes over its output; the padding behind
   * is less than nothing where the windows do not reach the end.
   */
  static Window transposed(
      Size size, Size strides, Size dilation, Padding padding, Shape in, Shape out) {
    Window window = bare(size, strides, dilation);
    for (int axis = 0; axis < 2; axis++) {
      long missing = window.missing(axis, out, in);
      window.low[axis] = padding == Padding.SAME ? Math.max(0, missing) / 2 : 0;
      window.high[axis] = missing - window.low[axis];
    }
    return window;
  }

  private static Window bare(Size size, Size strides, Size dilation) {
    return new Window(
        new long[] {size.height(), size.width()},
        new long[] {strides.height(), strides.width()},
        new long[] {dilation.height() - 1, dilation.width() - 1},
        new long[2],
        new long[2]);
  }

  private long reach(int axis) {
    return (size[axis] - 1) * (gaps[axis] + 1) + 1;
  }

  private long missing(int axis, Shape image, Shape places) {
    return (places.dim(axis) - 1) * strides[axis] + reach(axis) - image.dim(axis);
  }
}
