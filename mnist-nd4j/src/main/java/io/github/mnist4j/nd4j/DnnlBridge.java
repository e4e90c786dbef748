package io.github.mnist4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer that has no kernel on oneDNN, run by its kernel on ND4J's operations in the midst of
 * those that have.
 */
final class DnnlBridge implements DnnlKernel {
  private final DnnlWiring wiring;
  private final Kernel kernel;

  DnnlBridge(DnnlWiring wiring) {
    this.wiring = wiring;
    Tape tape = wiring.tape();
    INDArray x = array(tape.forward(), wiring.x());
    kernel =
        Kernels.of(
            new Wiring(
                wiring.spec(),
                x,
                wiring.parameters(),
                tape.memory(),
                Pass.of(wiring.training()),
                wiring.random(),
                wiring.clock(),
                wiring.penalties(),
                wiring.share()));
    kernel.forward(tape.forward());
  }

  private INDArray array(Steps steps, Flow flow) {
    if (flow.plain()
        && flow.array() != null
        && flow.array().length() == (long) wiring.n() * flow.sample().size()) {
      return flow.array().reshape('c', Wiring.longs(flow.sample().prepend(wiring.n())));
    }
    Tape tape = wiring.tape();
    Flow target = tape.array(wiring.n(), flow.sample());
    tape.copy(steps, tape.plain(steps, flow, wiring.n()).memory(), target.memory());
    return target.array();
  }

  @Override
  public Flow output() {
    return wiring.tape().wrapped(kernel.output(), wiring.n(), wiring.spec().output());
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Tape tape = wiring.tape();
    INDArray dx = kernel.bindGradient(array(tape.backward(), dy));
    kernel.backward(tape.backward());
    return tape.wrapped(dx, wiring.n(), wiring.spec().input());
  }
}
