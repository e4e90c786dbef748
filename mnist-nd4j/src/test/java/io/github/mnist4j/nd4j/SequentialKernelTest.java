package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Stack;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

/** Keras' class is {@code Sequential}. */
class SequentialKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("two", Stack(Dense(3, Activation.tanh), Dense(2)), Shape.of(4)),
        layer("nested", Stack(Stack(Conv2D(2, 2), Flatten()), Dense(2)), Shape.of(3, 3, 2)),
        new Case(
            "normalized", Stack(Dense(3).useBias(false), BatchNormalization()), Shape.of(4), true),
        new Case("dropout", Stack(Dropout(0.5), Dense(3)), Shape.of(8), true));
  }
}
