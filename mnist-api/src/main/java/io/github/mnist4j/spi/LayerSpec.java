package io.github.mnist4j.spi;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.List;

/**
 * One layer of a resolved network.
 *
 * @param name its name, unique in the network
 * @param layer what it is
 * @param input one sample's shape before it
 * @param output one sample's shape behind it
 * @param params its parameters, in Keras' order
 */
public record LayerSpec(
    String name, Layer layer, Shape input, Shape output, List<ParamSpec> params) {
  /** Copies the list. */
  public LayerSpec {
    params = List.copyOf(params);
  }

  /** Returns the name of a parameter in the network: {@code conv2d/kernel}. */
  public String weightName(ParamSpec param) {
    return name + "/" + param.name();
  }
}
