package io.github.mnist4j.nd4j;

/**
 * Vectors of what were images: only the shape is another, where the images lie stays as it is until
 * somebody needs vectors.
 */
final class DnnlFlatten implements DnnlKernel {
  private final DnnlWiring wiring;

  DnnlFlatten(DnnlWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Flow output() {
    return wiring.x().reshaped(wiring.spec().output());
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Flow images = dy.reshaped(wiring.spec().input());
    return dy.plain() ? wiring.tape().plain(wiring.tape().backward(), images, wiring.n()) : images;
  }
}
