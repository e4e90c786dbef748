package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Normalization;

import io.github.mnist4j.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;

class NormalizationKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("learned", Normalization(), Shape.of(3, 4)),
        layer(
            "given",
            new io.github.mnist4j.layers.Normalization(
                List.of(-1), List.of(1.0, 2.0), List.of(4.0, 0.5), false, null),
            Shape.of(3, 2)),
        layer(
            "given, two axes",
            new io.github.mnist4j.layers.Normalization(
                List.of(3, 1),
                List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0),
                List.of(4.0, 0.5, 1.0, 2.0, 0.25, 3.0),
                false,
                null),
            Shape.of(3, 4, 2)),
        layer(
            "given, one for all places",
            new io.github.mnist4j.layers.Normalization(
                List.of(-1), List.of(2.0), List.of(4.0), false, null),
            Shape.of(3, 2)),
        layer(
            "given, inverse",
            new io.github.mnist4j.layers.Normalization(
                List.of(), List.of(1.0), List.of(4.0), true, null),
            Shape.of(3, 2)));
  }
}
