package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Rescaling;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class RescalingKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(layer("scale and offset", Rescaling(0.5).offset(-1), Shape.of(3, 4)));
  }
}
