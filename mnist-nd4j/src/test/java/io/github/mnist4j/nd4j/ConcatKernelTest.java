package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Concat;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Identity;
import static io.github.mnist4j.layers.Layers.Stack;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class ConcatKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("two", Concat(Dense(3, Activation.tanh), Dense(2)), Shape.of(4)),
        layer(
            "images",
            Concat(Conv2D(2, 1), Stack(Conv2D(2, 1), Conv2D(3, 3).padding(SAME)), Identity()),
            Shape.of(3, 4, 2)),
        layer("activations", Concat(Activation(Activation.tanh), Identity()), Shape.of(2, 3)),
        new Case("normalized", Concat(BatchNormalization(), Dense(2)), Shape.of(3), true));
  }
}
