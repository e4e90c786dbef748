package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.LayerNormalization;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class LayerNormalizationKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("last axis", LayerNormalization(), Shape.of(3, 4)),
        layer("whole images", LayerNormalization().axis(1, 2, 3), Shape.of(2, 3, 2)),
        layer("first axis, no beta", LayerNormalization().axis(1).center(false), Shape.of(3, 4)),
        layer("no gamma", LayerNormalization().scale(false).epsilon(0.1), Shape.of(6)));
  }
}
