package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.GlobalAveragePooling2D;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class GlobalAveragePooling2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("images", GlobalAveragePooling2D(), Shape.of(3, 4, 2)),
        layer("kept", GlobalAveragePooling2D().keepdims(true), Shape.of(2, 3, 3)));
  }
}
