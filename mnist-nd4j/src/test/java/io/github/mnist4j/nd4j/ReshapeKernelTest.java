package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Reshape;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class ReshapeKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("to an image", Reshape(2, 3, 2), Shape.of(12)),
        layer("what is left", Reshape(3, -1), Shape.of(2, 3, 2)));
  }
}
