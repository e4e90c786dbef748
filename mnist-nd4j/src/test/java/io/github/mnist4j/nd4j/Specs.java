package io.github.mnist4j.nd4j;

import static io.github.mnist4j.losses.Losses.meanSquaredError;
import static io.github.mnist4j.optimizers.Optimizers.sgd;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Resolves networks without the model around them. */
final class Specs {
  static final long SEED = 7;

  private Specs() {}

  /** A network whose loss and optimizer do not matter. */
  static NetworkSpec of(Shape input, Layer... layers) {
    return of(input, meanSquaredError(), sgd(), layers);
  }

  static NetworkSpec of(Shape input, Loss loss, Optimizer optimizer, Layer... layers) {
    List<LayerSpec> specs = new ArrayList<>();
    Shape shape = input;
    for (Layer layer : layers) {
      String name = Layers.snakeCase(layer.className()) + "_" + specs.size();
      Shape output = layer.outputShape(shape);
      specs.add(new LayerSpec(name, layer, shape, output, layer.params(shape)));
      shape = output;
    }
    return new NetworkSpec(input, specs, loss, optimizer, SEED);
  }
}
