package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.ZeroPadding2D;

import io.github.mnist4j.layers.Margins;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class ZeroPadding2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("all sides", ZeroPadding2D(1), Shape.of(2, 3, 2)),
        layer("uneven", ZeroPadding2D(new Margins(1, 2, 3, 0)), Shape.of(2, 2, 1)));
  }
}
