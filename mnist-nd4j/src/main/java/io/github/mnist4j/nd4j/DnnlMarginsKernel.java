package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Margins;
import io.github.mnist4j.tensor.Shape;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;

/** Images with margins of zeros, or without their margins, in the layout that they have. */
final class DnnlMarginsKernel implements DnnlKernel {
  private final DnnlWiring wiring;
  private final Tape tape;
  private final boolean pads;
  private final Margins margins;
  private final Flow x;
  private final Flow y;

  /**
   * Records the forward pass.
   *
   * @param pads whether the output is the larger side
   */
  DnnlMarginsKernel(Margins margins, boolean pads, DnnlWiring wiring) {
    this.wiring = wiring;
    this.pads = pads;
    this.margins = margins;
    tape = wiring.tape();
    x = tape.common(tape.forward(), wiring.x(), wiring.n());
    y = tape.sibling(x, wiring.n(), wiring.spec().output());
    if (pads) {
      clearing(y).run();
      tape.copy(tape.forward(), whole(x), middle(y));
    } else {
      tape.copy(tape.forward(), middle(x), whole(y));
    }
  }

  /** Returns images with the channels that only fill up blocks: oneDNN gives no part without. */
  private memory.desc filled(Flow images) {
    long channels = images.desc().data().padded_dims().get(1);
    Shape image = images.sample();
    return tape.desc(tape.usual(images), wiring.n(), channels, image.dim(0), image.dim(1));
  }

  private memory whole(Flow smaller) {
    return tape.relabelled(smaller.memory(), filled(smaller));
  }

  private memory middle(Flow larger) {
    memory.desc desc = filled(larger);
    Shape inner = pads ? wiring.spec().input() : wiring.spec().output();
    long[] dims = {wiring.n(), desc.data().dims().get(1), inner.dim(0), inner.dim(1)};
    long[] offsets = {0, 0, margins.top(), margins.left()};
    return tape.relabelled(larger.memory(), tape.keep(desc.submemory_desc(dims, offsets)));
  }

  private Runnable clearing(Flow flow) {
    Pointer numbers = tape.keep(flow.memory().get_data_handle());
    long size = flow.desc().get_size();
    return () -> Pointer.memset(numbers, 0, size);
  }

  @Override
  public Flow output() {
    return y;
  }

  @Override
  public Flow bindGradient(Flow dy) {
    memory gradient = tape.like(tape.backward(), dy, y);
    Flow gradientOfY = new Flow(gradient, y.desc(), y.sample(), y.plain(), null);
    Flow dx = tape.sibling(x);
    if (pads) {
      tape.copy(tape.backward(), middle(gradientOfY), whole(dx));
    } else {
      tape.backward().add(clearing(dx)); // the layer before may have written over it
      tape.copy(tape.backward(), whole(gradientOfY), middle(dx));
    }
    return dx;
  }
}
