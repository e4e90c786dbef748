package io.github.mnist4j;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The weights of one layer, by the names that they have within it. */
final class LayerWeights {
  private final String layer;
  private final String prefix;
  private final Map<String, Tensor> all;

  /** Takes all weights of a network, and the layer's name. */
  LayerWeights(List<LayerSpec> layers, Weights all, String layer) {
    List<String> names = layers.stream().map(LayerSpec::name).toList();
    if (!names.contains(layer)) {
      throw Check.unknown("layer", layer, names);
    }
    this.layer = layer;
    this.all = all.tensors();
    prefix = layer + "/";
  }

  /** Returns the layer's weights. */
  Weights own() {
    Weights.Builder own = Weights.builder();
    all.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            own.add(name.substring(prefix.length()), tensor);
          }
        });
    return own.build();
  }

  /** Returns all weights with others for this layer. */
  Weights with(Weights others) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    own().tensors().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    if (!shapes.keySet().equals(others.tensors().keySet())) {
      throw Problem.of("weights are not those of layer '" + layer + "'")
          .expected(names(shapes.keySet()))
          .got(names(others.tensors().keySet()))
          .fix("load weights of a layer of the same kind, as weights(layer) returns them")
          .see("weights-do-not-fit")
          .asShapeException();
    }
    others.requireShapes(shapes);
    Weights.Builder whole = Weights.builder();
    all.forEach(
        (name, tensor) ->
            whole.add(
                name,
                name.startsWith(prefix) ? others.get(name.substring(prefix.length())) : tensor));
    return whole.build();
  }

  private static String names(Set<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
