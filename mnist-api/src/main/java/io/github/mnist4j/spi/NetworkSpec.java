package io.github.mnist4j.spi;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;

/**
 * The resolved plan of a network: all that an engine needs to make it run.
 *
 * <pre>{@code
 * Dense dense = Dense(10);
 * Shape input = Shape.of(784);
 * var layer = new LayerSpec("dense", dense, input, dense.outputShape(input), dense.params(input));
 * var network = new NetworkSpec(
 *     input, List.of(layer), sparseCategoricalCrossentropy().fromLogits(), adam(), 42);
 * network.initialWeights().get("dense/kernel");     // (784, 10)
 * }</pre>
 *
 * @param input one sample's shape
 * @param layers the layers, first to last; at least one
 * @param loss what training makes small
 * @param optimizer how weights follow their gradients
 * @param seed where the network's random numbers come from
 */
public record NetworkSpec(
    Shape input, List<LayerSpec> layers, Loss loss, Optimizer optimizer, long seed) {
  /** Copies the list. */
  public NetworkSpec {
    layers = List.copyOf(layers);
  }

  /** Returns one sample's shape at the end. */
  public Shape output() {
    return layers.get(layers.size() - 1).output();
  }

  /**
   * Returns the weights that the initializers and the seed give: the same on every engine.
   *
   * @throws ShapeException if an initializer has no numbers for its parameter's shape
   */
  public Weights initialWeights() {
    Weights.Builder weights = Weights.builder();
    RandomStream random = RandomStream.of(seed).split("weights");
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      RandomStream own = random.split(i);
      String place =
          "layer " + (i + 1) + " '" + layer.name() + "' (" + layer.layer().className() + "):";
      layer
          .params()
          .forEach(
              param -> {
                Tensor values = Tensor.zeros(param.shape());
                try {
                  param.initializer().fill(values.data(), param.shape(), own.split(param.name()));
                } catch (ShapeException e) {
                  throw e.in(place, "its " + param.name());
                }
                weights.add(layer.weightName(param), values);
              });
    }
    return weights.build();
  }
}
