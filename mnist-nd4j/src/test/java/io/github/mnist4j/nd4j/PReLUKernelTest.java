package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.PReLU;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class PReLUKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("one slope a place", PReLU(), Shape.of(3, 4)),
        layer("one a channel", PReLU().sharedAxes(1, 2), Shape.of(2, 3, 4)));
  }
}
