package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.BatchNormalization;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class BatchNormalizationKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        new Case("vectors", BatchNormalization(), Shape.of(4), true),
        new Case("images", BatchNormalization().epsilon(0.1), Shape.of(3, 2, 2), true),
        new Case("no gamma", BatchNormalization().scale(false), Shape.of(3, 2), true),
        new Case(
            "no beta, first axis",
            BatchNormalization().center(false).axis(1),
            Shape.of(2, 3),
            true));
  }
}
