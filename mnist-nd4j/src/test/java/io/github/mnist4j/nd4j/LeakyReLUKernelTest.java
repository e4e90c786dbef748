package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.LeakyReLU;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class LeakyReLUKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("default", LeakyReLU(), Shape.of(20)),
        layer("slope 0", LeakyReLU(0), Shape.of(4, 5)));
  }
}
