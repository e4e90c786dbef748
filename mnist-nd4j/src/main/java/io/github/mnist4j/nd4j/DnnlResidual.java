package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Residual;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** y = f(x) + g(x), dx = what comes back through both, on oneDNN. */
final class DnnlResidual implements DnnlKernel {
  private final DnnlWiring wiring;
  private final DnnlChain made;
  private final DnnlChain added;
  private final Flow y;

  DnnlResidual(Residual layer, DnnlWiring wiring) {
    this.wiring = wiring;
    int count = layer.layers().size();
    made = new DnnlChain(layer, 0, count, wiring);
    added = new DnnlChain(layer, count, count + layer.shortcut().size(), wiring);
    y = sum(wiring.tape().forward(), made.output(), added.output(), made.output());
  }

  private Flow sum(Steps steps, Flow one, Flow other, Flow model) {
    Tape tape = wiring.tape();
    Flow sum = tape.sibling(model);
    DnnlBinary.add(tape, steps, tape.like(steps, one, model), tape.like(steps, other, model), sum);
    return sum;
  }

  @Override
  public Flow output() {
    return y;
  }

  /** Each way may overwrite its gradient, so each has its own. */
  @Override
  public @Nullable Flow bindGradient(Flow dy) {
    Tape tape = wiring.tape();
    Steps steps = tape.backward();
    memory gradient = tape.like(steps, dy, y);
    Flow copy = tape.sibling(y);
    tape.copy(steps, gradient, copy.memory());
    Flow fromMade = made.bindGradient(new Flow(gradient, y.desc(), y.sample(), y.plain(), null));
    Flow fromAdded = added.bindGradient(copy);
    return wiring.first() ? null : sum(steps, fromMade, fromAdded, wiring.x());
  }
}
