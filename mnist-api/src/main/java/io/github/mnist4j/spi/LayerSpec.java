package io.github.mnist4j.spi;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.ParamSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.List;

/**
 * One layer of a resolved network.
 *
 * <pre>{@code
 * Dense dense = Dense(10);
 * Shape input = Shape.of(784);
 * new LayerSpec("dense", dense, input, dense.outputShape(input), dense.params(input));
 * }</pre>
 *
 * @param name its name, unique in the network
 * @param layer what it is
 * @param input one sample's shape before it
 * @param output one sample's shape behind it
 * @param params its parameters, in Keras' order; none of them trainable where it is frozen
 * @param frozen whether training leaves it as it is: its parameters, and its moving means
 */
public record LayerSpec(
    String name, Layer layer, Shape input, Shape output, List<ParamSpec> params, boolean frozen) {
  /** Copies the list, and freezes the parameters where the layer is frozen. */
  public LayerSpec {
    params = frozen ? params.stream().map(ParamSpec::frozen).toList() : List.copyOf(params);
  }

  /** Makes the plan of a layer that is not frozen. */
  public LayerSpec(String name, Layer layer, Shape input, Shape output, List<ParamSpec> params) {
    this(name, layer, input, output, params, false);
  }

  /** Returns the name of a parameter in the network: {@code conv2d/kernel}. */
  public String weightName(ParamSpec param) {
    return name + "/" + param.name();
  }
}
