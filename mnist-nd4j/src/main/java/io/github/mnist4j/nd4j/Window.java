package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;

/**
 * A moving window in oneDNN's terms.
 *
 * @param size its height and width
 * @param strides its steps
 * @param low the rows and columns of padding in front
 * @param high those behind
 */
record Window(long[] size, long[] strides, long[] low, long[] high) {
  /**
   * Padding "same" is as even as can be, the odd one behind; the whole is what the last window
   * reaches over.
   */
  static Window of(Size size, Size strides, boolean same, Shape in, Shape out) {
    long[] sizes = {size.height(), size.width()};
    long[] steps = {strides.height(), strides.width()};
    long[] low = new long[2];
    long[] high = new long[2];
    for (int axis = 0; axis < 2; axis++) {
      long reach = (out.dim(axis) - 1) * steps[axis] + sizes[axis] - in.dim(axis);
      low[axis] = same ? Math.max(0, reach) / 2 : 0;
      high[axis] = same ? Math.max(0, reach) - low[axis] : 0;
    }
    return new Window(sizes, steps, low, high);
  }
}
