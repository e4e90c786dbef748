package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.ActivationLayer;
import io.github.mnist4j.layers.Conv1D;
import io.github.mnist4j.layers.Conv2D;
import io.github.mnist4j.layers.Conv2DTranspose;
import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.DepthwiseConv2D;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.SeparableConv2D;
import io.github.mnist4j.spi.LayerSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A layer whose activation oneDNN has not: linear on oneDNN, and only the activation bridged. */
final class DnnlActivated implements DnnlKernel {
  private final DnnlKernel linear;
  private final DnnlKernel activation;

  private DnnlActivated(DnnlKernel linear, DnnlKernel activation) {
    this.linear = linear;
    this.activation = activation;
  }

  /** Records the forward pass, or returns {@code null} where the layer cannot be parted. */
  static @Nullable DnnlKernel of(DnnlWiring wiring) {
    LayerSpec spec = wiring.spec();
    Layer linear = linear(spec.layer());
    if (linear == null) {
      return null;
    }
    LayerSpec before =
        new LayerSpec(
            spec.name(), linear, spec.input(), spec.output(), spec.params(), spec.frozen());
    DnnlKernel kernel = DnnlKernels.of(wiring.with(before, wiring.x()));
    ActivationLayer activation = Layers.Activation(spec.layer().activation());
    LayerSpec behind =
        new LayerSpec(spec.name(), activation, spec.output(), spec.output(), List.of());
    return new DnnlActivated(kernel, new DnnlBridge(wiring.with(behind, kernel.output(), false)));
  }

  private static @Nullable Layer linear(Layer layer) {
    Activation none = Activation.linear;
    if (layer instanceof Dense l) {
      return l.activation(none);
    }
    if (layer instanceof Conv2D l) {
      return l.activation(none);
    }
    if (layer instanceof Conv1D l) {
      return l.activation(none);
    }
    if (layer instanceof DepthwiseConv2D l) {
      return l.activation(none);
    }
    if (layer instanceof SeparableConv2D l) {
      return l.activation(none);
    }
    if (layer instanceof Conv2DTranspose l) {
      return l.activation(none);
    }
    return null;
  }

  @Override
  public Flow output() {
    return activation.output();
  }

  @Override
  public Flow bindGradient(Flow dy) {
    return linear.bindGradient(activation.bindGradient(dy));
  }
}
