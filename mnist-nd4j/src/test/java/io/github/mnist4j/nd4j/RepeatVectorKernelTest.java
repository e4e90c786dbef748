package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.RepeatVector;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class RepeatVectorKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(layer("three times", RepeatVector(3), Shape.of(4)));
  }
}
