package io.github.mnist4j.nd4j;

import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.function.Function;

/** A layer over sequences, as one over images of one row, and left lying so. */
final class DnnlAsImages implements DnnlKernel {
  private final DnnlWiring wiring;
  private final DnnlKernel images;

  /**
   * Records the forward pass.
   *
   * @param kernel makes the kernel over images
   */
  DnnlAsImages(DnnlWiring wiring, Function<DnnlWiring, DnnlKernel> kernel) {
    this.wiring = wiring;
    LayerSpec spec = wiring.spec();
    LayerSpec image =
        new LayerSpec(
            spec.name(),
            spec.layer(),
            image(spec.input()),
            image(spec.output()),
            spec.params(),
            spec.frozen());
    Tape tape = wiring.tape();
    images = kernel.apply(wiring.with(image, tape.images(tape.forward(), wiring.x(), wiring.n())));
  }

  private static Shape image(Shape sequence) {
    return Shape.of(1, sequence.dim(0), sequence.dim(1));
  }

  @Override
  public Flow output() {
    return wiring.tape().sequences(images.output(), wiring.n());
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Tape tape = wiring.tape();
    Flow dx = images.bindGradient(tape.images(tape.backward(), dy, wiring.n()));
    return dx == null ? null : tape.sequences(dx, wiring.n());
  }
}
