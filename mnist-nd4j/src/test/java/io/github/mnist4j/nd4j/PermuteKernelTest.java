package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Permute;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class PermuteKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("rows and columns", Permute(2, 1), Shape.of(3, 4)),
        layer("three axes", Permute(3, 1, 2), Shape.of(2, 3, 4)));
  }
}
