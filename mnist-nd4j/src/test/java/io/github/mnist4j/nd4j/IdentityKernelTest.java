package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Identity;

import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class IdentityKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(layer("images", Identity(), Shape.of(2, 3, 2)));
  }
}
