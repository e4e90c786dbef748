package io.github.mnist4j.io;

import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import java.util.List;

/** Models to be written. */
final class States {
  private States() {}

  /** Returns a model that was never compiled, with its first weights. */
  static ModelState of(Shape input, Layer... layers) {
    NetworkSpec spec = TestLayers.network(input, layers);
    return of(spec, spec.initialWeights());
  }

  static ModelState of(NetworkSpec spec, Weights weights) {
    List<Layer> named =
        spec.layers().stream().map(layer -> layer.layer().name(layer.name())).toList();
    KerasJson.Network network =
        new KerasJson.Network("net", new InputLayer(spec.input(), null), named);
    return new ModelState(network, spec.layers(), weights, null, null, 1);
  }
}
