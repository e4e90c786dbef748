package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Dropout;
import org.bytedeco.dnnl.memory;

/**
 * Dropout while training, in the layout that the samples have: the mask is drawn as Java has them,
 * so that each number's fate depends on its place alone, and only the mask is brought there.
 */
final class DnnlDropoutKernel implements DnnlKernel {
  private final DnnlWiring wiring;
  private final Flow drawn;
  private final memory mask;
  private final Flow y;

  DnnlDropoutKernel(Dropout layer, DnnlWiring wiring) {
    this.wiring = wiring;
    Tape tape = wiring.tape();
    Flow x = wiring.x();
    drawn = tape.array(wiring.n(), x.sample());
    DropoutMask numbers =
        new DropoutMask(
            layer,
            wiring.n() * x.sample().size(),
            wiring.random(),
            (long) wiring.share().first() * x.sample().size());
    tape.forward().add(() -> draw(numbers));
    mask = tape.like(tape.forward(), drawn, x);
    y = tape.sibling(x);
    DnnlBinary.multiply(tape, tape.forward(), x.memory(), mask, y);
  }

  private void draw(DropoutMask numbers) {
    float[] factors = numbers.draw(wiring.clock().step());
    Memory.write(factors, 0, factors.length, drawn.array());
  }

  @Override
  public Flow output() {
    return y;
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Tape tape = wiring.tape();
    memory gradient = tape.like(tape.backward(), dy, y);
    Flow dx = new Flow(gradient, y.desc(), y.sample(), y.plain(), null);
    DnnlBinary.multiply(tape, tape.backward(), gradient, mask, dx);
    return dx;
  }
}
