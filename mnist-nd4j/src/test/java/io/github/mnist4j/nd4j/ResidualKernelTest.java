package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Residual;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class ResidualKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("input", Residual(Dense(4, Activation.tanh), Dense(4)), Shape.of(4)),
        layer(
            "shortcut",
            Residual(Conv2D(3, 3, Activation.tanh).padding(SAME)).shortcut(Conv2D(3, 1)),
            Shape.of(3, 4, 2)),
        layer(
            "activations in place",
            Residual(Activation(Activation.tanh)).shortcut(Activation(Activation.sigmoid)),
            Shape.of(5)),
        new Case(
            "normalized",
            Residual(Dense(3).useBias(false), BatchNormalization()),
            Shape.of(3),
            true),
        layer("nested", Residual(Residual(Dense(3, Activation.tanh)), Dense(3)), Shape.of(3)));
  }
}
