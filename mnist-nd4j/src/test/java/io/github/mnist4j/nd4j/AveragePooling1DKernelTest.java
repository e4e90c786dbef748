package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.AveragePooling1D;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class AveragePooling1DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("2", AveragePooling1D(2), Shape.of(7, 3)),
        layer("same, strides 1", AveragePooling1D(3).strides(1).padding(SAME), Shape.of(5, 2)));
  }
}
