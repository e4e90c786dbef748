package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.Shape;
import org.bytedeco.dnnl.global.dnnl;

/**
 * The mean of each channel on oneDNN: a pool over the whole image, or sequence, whose one pixel is
 * left.
 */
final class DnnlGlobalAverage implements DnnlKernel {
  private final DnnlWiring wiring;
  private final Shape pixel;
  private final DnnlKernel pool;

  DnnlGlobalAverage(DnnlWiring wiring) {
    this.wiring = wiring;
    LayerSpec spec = wiring.spec();
    Tape tape = wiring.tape();
    boolean sequence = spec.input().rank() == 2;
    Flow x = sequence ? tape.images(tape.forward(), wiring.x(), wiring.n()) : wiring.x();
    Shape in = x.sample();
    pixel = Shape.of(1, 1, in.dim(2));
    Size whole = new Size(in.dim(0), in.dim(1));
    LayerSpec image = new LayerSpec(spec.name(), spec.layer(), in, pixel, spec.params());
    pool =
        new DnnlPoolingKernel(
            dnnl.algorithm.pooling_avg_exclude_padding,
            whole,
            whole,
            Padding.VALID,
            wiring.with(image, x),
            false);
  }

  @Override
  public Flow output() {
    return pool.output().reshaped(wiring.spec().output());
  }

  @Override
  public Flow bindGradient(Flow dy) {
    Flow pixels = dy.plain() ? wiring.tape().relabel(dy, wiring.n(), pixel) : dy.reshaped(pixel);
    Flow dx = pool.bindGradient(pixels);
    return wiring.spec().input().rank() == 2 ? wiring.tape().sequences(dx, wiring.n()) : dx;
  }
}
