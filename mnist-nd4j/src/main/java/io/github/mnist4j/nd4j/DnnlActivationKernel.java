package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.ActivationLayer;

/** An activation as a layer, on oneDNN. */
final class DnnlActivationKernel implements DnnlKernel {
  private final DnnlActivation activation;
  private final Flow y;

  DnnlActivationKernel(ActivationLayer layer, DnnlWiring wiring) {
    activation = new DnnlActivation(layer.activation(), wiring.tape(), wiring.n());
    y = activation.forward(wiring.x());
  }

  @Override
  public Flow output() {
    return y;
  }

  @Override
  public Flow bindGradient(Flow dy) {
    return activation.backward(y, dy);
  }
}
