package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Stack;
import static io.github.mnist4j.layers.Layers.TimeDistributed;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class TimeDistributedKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("dense", TimeDistributed(Dense(3, Activation.tanh)), Shape.of(4, 2)),
        layer("images", TimeDistributed(Stack(Conv2D(2, 2), Flatten())), Shape.of(3, 3, 3, 1)),
        new Case("normalized", TimeDistributed(BatchNormalization()), Shape.of(3, 2), true));
  }
}
