package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.MaxPooling1D;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class MaxPooling1DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("2", MaxPooling1D(2), Shape.of(7, 3)),
        layer("same, strides 3", MaxPooling1D(2).strides(3).padding(SAME), Shape.of(8, 2)));
  }
}
