package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.GlobalMaxPooling1D;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class GlobalMaxPooling1DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("sequences", GlobalMaxPooling1D(), Shape.of(4, 2)),
        layer("kept", GlobalMaxPooling1D().keepdims(true), Shape.of(3, 3)));
  }
}
