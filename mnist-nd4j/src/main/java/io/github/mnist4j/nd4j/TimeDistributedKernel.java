package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.TimeDistributed;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Steps as samples. */
final class TimeDistributedKernel extends CompositeKernel {
  private final Kernel kernel;

  TimeDistributedKernel(TimeDistributed layer, Wiring wiring) {
    super(wiring);
    int steps = wiring.spec().input().dim(0);
    Shape step = wiring.spec().input().withoutFirst();
    INDArray x = wiring.x().reshape('c', Wiring.longs(step.prepend(steps * wiring.n())));
    Wiring inner = inner(layer.layer(), step, 0, x, wiring);
    Share share = wiring.share();
    LayerSpec spec = inner.spec();
    kernel =
        Kernels.of(
            new Wiring(
                spec,
                x,
                inner.parameters(),
                inner.memory(),
                inner.pass(),
                inner.random(),
                inner.clock(),
                inner.penalties(),
                new Share(
                    share.part(), share.first() * steps, share.total() * steps, share.exchange())));
  }

  private INDArray whole(INDArray array, Shape sample) {
    return array.reshape('c', Wiring.longs(sample.prepend(wiring.n())));
  }

  @Override
  public INDArray output() {
    return whole(kernel.output(), wiring.spec().output());
  }

  @Override
  public void forward(Steps steps) {
    kernel.forward(steps);
  }

  @Override
  public INDArray bindGradient(INDArray dy) {
    INDArray dx = kernel.bindGradient(dy.reshape('c', kernel.output().shape()));
    return whole(dx, wiring.spec().input());
  }

  @Override
  public void backward(Steps steps) {
    kernel.backward(steps);
  }
}
