package io.github.mnist4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The same numbers under another shape; nothing is copied. */
final class ReshapeKernel implements OneStepKernel {
  private final INDArray x;
  private final INDArray y;

  ReshapeKernel(Wiring wiring) {
    x = wiring.x();
    y = x.reshape('c', Wiring.longs(wiring.spec().output().prepend(wiring.n())));
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward() {}

  @Override
  public INDArray bindGradient(INDArray dy) {
    return dy.reshape('c', x.shape());
  }

  @Override
  public void backward() {}
}
