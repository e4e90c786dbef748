package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;

/** The same numbers under another shape: only images in another layout are moved. */
final class DnnlReshape implements DnnlKernel {
  private final DnnlWiring wiring;
  private final Flow y;

  DnnlReshape(DnnlWiring wiring) {
    this.wiring = wiring;
    y = reshaped(wiring.tape().forward(), wiring.x(), wiring.spec().output());
  }

  private Flow reshaped(Steps steps, Flow flow, Shape sample) {
    Tape tape = wiring.tape();
    return tape.relabel(tape.plain(steps, flow, wiring.n()), wiring.n(), sample);
  }

  @Override
  public Flow output() {
    return y;
  }

  @Override
  public Flow bindGradient(Flow dy) {
    return reshaped(wiring.tape().backward(), dy, wiring.spec().input());
  }
}
