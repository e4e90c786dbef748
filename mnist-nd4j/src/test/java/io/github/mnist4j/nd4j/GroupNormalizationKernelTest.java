package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.GroupNormalization;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class GroupNormalizationKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("three groups", GroupNormalization(3), Shape.of(2, 3, 6)),
        layer("one a channel", GroupNormalization(-1), Shape.of(4, 3)),
        layer("first axis", GroupNormalization(2).axis(1), Shape.of(4, 3)),
        layer(
            "no gamma, no beta", GroupNormalization(1).scale(false).center(false), Shape.of(2, 4)));
  }
}
