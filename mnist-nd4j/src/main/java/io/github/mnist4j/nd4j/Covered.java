package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The part of its images that a window ever covers. With padding "same" and steps longer than the
 * window, rows and columns at the end may stay uncovered; libnd4j would shift the windows to the
 * middle instead, so it is given the covered part alone.
 */
final class Covered {
  private final Wiring wiring;
  private final Shape covered;
  private final INDArray x;
  private final INDArrayIndex[] part;
  private @Nullable INDArray gradient;
  private @Nullable INDArray whole;

  Covered(Wiring wiring, Size window, Size strides, Padding padding) {
    this.wiring = wiring;
    Shape in = wiring.spec().input();
    Shape out = wiring.spec().output();
    boolean same = padding == Padding.SAME;
    int height =
        same
            ? Math.min(in.dim(0), (out.dim(0) - 1) * strides.height() + window.height())
            : in.dim(0);
    int width =
        same ? Math.min(in.dim(1), (out.dim(1) - 1) * strides.width() + window.width()) : in.dim(1);
    covered = Shape.of(height, width, in.dim(2));
    part =
        new INDArrayIndex[] {
          NDArrayIndex.all(),
          NDArrayIndex.interval(0, height),
          NDArrayIndex.interval(0, width),
          NDArrayIndex.all()
        };
    x = all() ? wiring.x() : wiring.array(covered);
  }

  private boolean all() {
    return covered.equals(wiring.spec().input());
  }

  /** Returns the covered part of the input. */
  INDArray x() {
    return x;
  }

  /** Fills {@link #x}. */
  void forward() {
    if (!all()) {
      x.assign(wiring.x().get(part));
    }
  }

  /** Returns where the covered part's gradient is to be written. */
  INDArray bindGradient() {
    gradient = wiring.array(covered);
    whole = all() ? gradient : wiring.array(wiring.spec().input());
    return gradient;
  }

  /** Returns the whole input's gradient, which {@link #backward} fills. */
  INDArray dx() {
    return whole;
  }

  /** Fills {@link #dx}; what is not covered has no gradient. */
  void backward() {
    if (!all()) {
      whole.assign(0); // the layer before may have written over it
      whole.get(part).assign(gradient);
    }
  }
}
