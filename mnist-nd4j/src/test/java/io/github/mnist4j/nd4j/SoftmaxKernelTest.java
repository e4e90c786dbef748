package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Softmax;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class SoftmaxKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("last axis", Softmax(), Shape.of(3, 4)),
        layer("first axis", Softmax(1), Shape.of(3, 4)),
        layer("vector", Softmax(), Shape.of(5)));
  }
}
