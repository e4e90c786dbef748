package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Composite;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the kernels of layers that are made of layers have in common: their steps are the inner
 * kernels' steps, so that the parts of a batch can meet inside of them, too.
 */
abstract class CompositeKernel implements Kernel {
  final Wiring wiring;

  CompositeKernel(Wiring wiring) {
    this.wiring = wiring;
  }

  /** Kernels behind one another. */
  static final class Chain {
    private final List<Kernel> kernels = new ArrayList<>();
    private final INDArray x;

    private Chain(INDArray x) {
      this.x = x;
    }

    INDArray output() {
      return kernels.isEmpty() ? x : kernels.get(kernels.size() - 1).output();
    }

    void forward(Steps steps) {
      kernels.forEach(kernel -> kernel.forward(steps));
    }

    INDArray bindGradient(INDArray dy) {
      INDArray gradient = dy;
      for (int i = kernels.size() - 1; i >= 0; i--) {
        gradient = kernels.get(i).bindGradient(gradient);
      }
      return gradient;
    }

    void backward(Steps steps) {
      for (int i = kernels.size() - 1; i >= 0; i--) {
        kernels.get(i).backward(steps);
      }
    }
  }

  /**
   * Makes the kernels of some of the layers inside, one behind the other.
   *
   * @param from the first one's place among all
   */
  static Chain chain(Composite layer, int from, int to, Wiring wiring) {
    List<Shape> inputs = layer.innerInputs(wiring.spec().input());
    Chain chain = new Chain(wiring.x());
    for (int i = from; i < to; i++) {
      Layer inner = layer.inner().get(i);
      Kernel kernel = Kernels.of(inner(inner, inputs.get(i), i, chain.output(), wiring));
      chain.kernels.add(kernel);
    }
    return chain;
  }

  /** Returns the wiring of a layer inside. */
  static Wiring inner(Layer inner, Shape input, int place, INDArray x, Wiring wiring) {
    LayerSpec spec =
        new LayerSpec(
            wiring.spec().name() + "/" + inner.name(),
            inner,
            input,
            inner.outputShape(input),
            inner.params(input),
            wiring.spec().frozen());
    return new Wiring(
        spec,
        x,
        wiring.parameters(),
        wiring.memory(),
        wiring.pass(),
        wiring.random().split(place),
        wiring.clock(),
        wiring.penalties(),
        wiring.share());
  }

  /** Returns the step target = a + b. */
  final Runnable sum(INDArray a, INDArray b, INDArray target) {
    return wiring.call("add", Call.arrays(a, b), Call.arrays(target))::run;
  }
}
