package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Composite;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the layers inside of a layer, one behind the other, on oneDNN. */
final class DnnlChain implements DnnlKernel {
  private final List<DnnlKernel> kernels = new ArrayList<>();
  private final Flow output;

  /**
   * Records the forward pass.
   *
   * @param from the first one's place among all
   * @param to the place behind the last one's
   */
  DnnlChain(Composite layer, int from, int to, DnnlWiring wiring) {
    List<Shape> inputs = layer.innerInputs(wiring.spec().input());
    List<LayerSpec> specs = new ArrayList<>();
    for (int i = from; i < to; i++) {
      specs.add(inner(layer.inner().get(i), inputs.get(i), wiring));
    }
    Flow flow = wiring.x();
    for (int i = 0; i < specs.size(); i++) {
      DnnlKernel kernel = DnnlKernels.of(wiring.inner(specs, i, from + i, flow));
      kernels.add(kernel);
      flow = kernel.output();
    }
    output = flow;
  }

  private static LayerSpec inner(Layer layer, Shape input, DnnlWiring wiring) {
    return new LayerSpec(
        wiring.spec().name() + "/" + layer.name(),
        layer,
        input,
        layer.outputShape(input),
        layer.params(input),
        wiring.spec().frozen());
  }

  @Override
  public Flow output() {
    return output;
  }

  @Override
  public @Nullable Flow bindGradient(Flow dy) {
    Flow gradient = dy;
    for (int i = kernels.size() - 1; i >= 0; i--) {
      gradient = kernels.get(i).bindGradient(gradient);
    }
    return gradient;
  }
}
