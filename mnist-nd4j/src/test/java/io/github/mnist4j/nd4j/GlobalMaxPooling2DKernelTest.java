package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.GlobalMaxPooling2D;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class GlobalMaxPooling2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("images", GlobalMaxPooling2D(), Shape.of(3, 4, 2)),
        layer("kept", GlobalMaxPooling2D().keepdims(true), Shape.of(2, 3, 3)));
  }
}
