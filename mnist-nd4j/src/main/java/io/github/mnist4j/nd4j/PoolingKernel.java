package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Pooling by ND4J's own operations, {@code maxpool2d} and {@code avgpool2d}, channels last. */
final class PoolingKernel implements OneStepKernel {
  /** Means are over the pixels that are there, without the padding. */
  private static final long WITHOUT_PADDING = 0;

  private static final long CHANNELS_LAST = 1;

  private final String operation;
  private final Wiring wiring;
  private final Covered covered;
  private final INDArray y;
  private final long[] arguments;
  private final Call pooling;
  private Call gradient;

  PoolingKernel(String operation, Size window, Size strides, Padding padding, Wiring wiring) {
    this.operation = operation;
    this.wiring = wiring;
    covered = new Covered(wiring, window, strides, padding);
    y = wiring.array(wiring.spec().output());
    arguments =
        new long[] {
          window.height(),
          window.width(),
          strides.height(),
          strides.width(),
          0,
          0,
          1,
          1,
          padding == Padding.SAME ? 1 : 0,
          WITHOUT_PADDING,
          CHANNELS_LAST
        };
    pooling = wiring.call(operation, Call.arrays(covered.x()), Call.arrays(y), arguments);
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward() {
    covered.forward();
    pooling.run();
  }

  @Override
  public INDArray bindGradient(INDArray dy) {
    gradient =
        wiring.call(
            operation + "_bp",
            Call.arrays(covered.x(), dy),
            Call.arrays(covered.bindGradient()),
            arguments);
    return covered.dx();
  }

  @Override
  public void backward() {
    gradient.run();
    covered.backward();
  }
}
