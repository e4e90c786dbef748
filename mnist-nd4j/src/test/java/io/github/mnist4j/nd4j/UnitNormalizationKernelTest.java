package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.UnitNormalization;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class UnitNormalizationKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("last axis", UnitNormalization(), Shape.of(3, 4)),
        layer("two axes", UnitNormalization().axis(1, 2), Shape.of(2, 3, 2)));
  }
}
