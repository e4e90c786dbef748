package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer over sequences, as the one over images of one row that it is. */
final class AsImagesKernel implements Kernel {
  private final Wiring wiring;
  private final Kernel images;

  /**
   * Makes the kernel.
   *
   * @param layer the layer over images
   */
  AsImagesKernel(Layer layer, Wiring wiring) {
    this.wiring = wiring;
    Shape in = image(wiring.spec().input());
    Shape out = image(wiring.spec().output());
    LayerSpec spec = new LayerSpec(wiring.spec().name(), layer, in, out, List.of());
    images =
        Kernels.of(
            wiring.with(spec, wiring.x().reshape('c', Wiring.longs(in.prepend(wiring.n())))));
  }

  private static Shape image(Shape sequence) {
    return Shape.of(1, sequence.dim(0), sequence.dim(1));
  }

  private INDArray sequence(INDArray array, Shape sample) {
    return array.reshape('c', Wiring.longs(sample.prepend(wiring.n())));
  }

  @Override
  public INDArray output() {
    return sequence(images.output(), wiring.spec().output());
  }

  @Override
  public void forward(Steps steps) {
    images.forward(steps);
  }

  @Override
  public INDArray bindGradient(INDArray dy) {
    INDArray dx = images.bindGradient(dy.reshape('c', images.output().shape()));
    return sequence(dx, wiring.spec().input());
  }

  @Override
  public void backward(Steps steps) {
    images.backward(steps);
  }
}
