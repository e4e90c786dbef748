package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.UpSampling2D;

import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class UpSampling2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("nearest", UpSampling2D(2), Shape.of(2, 3, 2)),
        layer("not square", UpSampling2D(new Size(1, 3)), Shape.of(3, 2, 1)),
        layer("bilinear", UpSampling2D(2).interpolation(Interpolation.BILINEAR), Shape.of(3, 2, 2)),
        layer(
            "bilinear, one pixel",
            UpSampling2D(3).interpolation(Interpolation.BILINEAR),
            Shape.of(1, 1, 2)));
  }
}
