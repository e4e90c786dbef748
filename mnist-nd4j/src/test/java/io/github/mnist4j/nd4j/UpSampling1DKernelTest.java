package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.UpSampling1D;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class UpSampling1DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("twice", UpSampling1D(2), Shape.of(3, 2)),
        layer("once", UpSampling1D(1), Shape.of(3, 2)));
  }
}
