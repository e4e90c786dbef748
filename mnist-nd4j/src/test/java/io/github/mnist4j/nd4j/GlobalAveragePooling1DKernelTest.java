package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.GlobalAveragePooling1D;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class GlobalAveragePooling1DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("sequences", GlobalAveragePooling1D(), Shape.of(4, 2)),
        layer("kept", GlobalAveragePooling1D().keepdims(true), Shape.of(3, 3)));
  }
}
