package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Stack;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layers behind one another. */
final class StackKernel extends CompositeKernel {
  private final Chain chain;

  StackKernel(Stack layer, Wiring wiring) {
    super(wiring);
    chain = chain(layer, 0, layer.layers().size(), wiring);
  }

  @Override
  public INDArray output() {
    return chain.output();
  }

  @Override
  public void forward(Steps steps) {
    chain.forward(steps);
  }

  @Override
  public INDArray bindGradient(INDArray dy) {
    return chain.bindGradient(dy);
  }

  @Override
  public void backward(Steps steps) {
    chain.backward(steps);
  }
}
