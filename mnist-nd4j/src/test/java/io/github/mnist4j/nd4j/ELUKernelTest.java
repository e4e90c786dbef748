package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.ELU;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class ELUKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("alpha 1", ELU(1), Shape.of(20)), layer("alpha 0.3", ELU(0.3), Shape.of(4, 5)));
  }
}
