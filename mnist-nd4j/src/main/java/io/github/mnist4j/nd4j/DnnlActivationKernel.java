package io.github.mnist4j.nd4j;

/** An activation as a layer, on oneDNN. */
final class DnnlActivationKernel implements DnnlKernel {
  private final DnnlActivation activation;
  private final Flow y;

  DnnlActivationKernel(DnnlActivation activation, DnnlWiring wiring) {
    this.activation = activation;
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
