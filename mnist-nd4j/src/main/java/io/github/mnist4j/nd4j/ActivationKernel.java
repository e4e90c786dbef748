package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ActivationLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation as a layer: on a copy of its input, which the layer before may still need. */
final class ActivationKernel implements OneStepKernel {
  private final INDArray x;
  private final INDArray y;
  private final ActivationStep activation;

  ActivationKernel(ActivationLayer layer, Wiring wiring) {
    x = wiring.x();
    y = wiring.array(wiring.spec().output());
    activation = ActivationStep.of(layer.activation(), y, wiring);
  }

  @Override
  public INDArray output() {
    return y;
  }

  @Override
  public void forward() {
    y.assign(x);
    activation.forward();
  }

  @Override
  public INDArray bindGradient(INDArray dy) {
    activation.bind(dy);
    return dy;
  }

  @Override
  public void backward() {
    activation.backward();
  }
}
