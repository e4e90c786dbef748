package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Cropping2D;

import io.github.mnist4j.layers.Margins;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class Cropping2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("all sides", Cropping2D(1), Shape.of(4, 5, 2)),
        layer("uneven", Cropping2D(new Margins(1, 2, 3, 0)), Shape.of(5, 5, 1)),
        layer("nothing", Cropping2D(0), Shape.of(2, 2, 1)));
  }
}
