package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.AvgPool;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.TestNetworks;
import io.github.mnist4j.tensor.Shape;

/** Networks with weights to be written and read. */
final class TestLayers {
  private TestLayers() {}

  static NetworkSpec network(Shape input, Layer... layers) {
    return TestNetworks.of(input, Losses.meanSquaredError(), Optimizers.sgd(), 3, layers);
  }

  static NetworkSpec lenet5() {
    return network(
        Shape.of(28, 28, 1),
        Conv2D(6, 5, tanh).padding(Padding.SAME),
        AvgPool(2),
        Conv2D(16, 5, tanh),
        AvgPool(2),
        Flatten(),
        Dense(120, tanh),
        Dense(84, tanh),
        Dense(10, softmax));
  }
}
