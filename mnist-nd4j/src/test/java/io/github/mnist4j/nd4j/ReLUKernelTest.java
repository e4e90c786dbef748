package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.ReLU;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class ReLUKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("plain", ReLU(), Shape.of(20)),
        layer("all", ReLU().maxValue(1.2).negativeSlope(0.3).threshold(0.4), Shape.of(30)));
  }
}
