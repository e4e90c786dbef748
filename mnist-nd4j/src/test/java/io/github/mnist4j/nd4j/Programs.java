package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;

import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.tensor.Shape;

/** A small convolutional network for {@link Pictures} of 8 by 8. */
final class Programs {
  static final int SIDE = 8;
  static final Shape SAMPLE = Shape.of(SIDE, SIDE, 1);

  private Programs() {}

  static NetworkSpec spec(Optimizer optimizer) {
    return Specs.of(
        SAMPLE,
        sparseCategoricalCrossentropy().fromLogits(),
        optimizer,
        Conv2D(4, 3, relu),
        MaxPool(2),
        Flatten(),
        Dropout(0.2),
        Dense(Pictures.CLASSES));
  }

  static Program program(Optimizer optimizer) {
    return new Nd4jEngine().compile(spec(optimizer));
  }

  static Program program() {
    return program(Optimizers.adam(0.01));
  }
}
