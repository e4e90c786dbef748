package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Conv2DTranspose;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class Conv2DTransposeKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("3x3", Conv2DTranspose(2, 3), Shape.of(3, 2, 3)),
        layer(
            "strides, same",
            Conv2DTranspose(3, 3).strides(2).padding(SAME).activation(Activation.tanh),
            Shape.of(2, 3, 2)),
        layer(
            "strides larger than the window", Conv2DTranspose(2, 2).strides(3), Shape.of(2, 3, 1)),
        layer(
            "not square, no bias",
            Conv2DTranspose(2, new Size(2, 3)).strides(1, 2).useBias(false),
            Shape.of(3, 2, 2)),
        layer("dilation", Conv2DTranspose(2, 2).dilationRate(2), Shape.of(3, 2, 2)),
        layer(
            "dilation, same",
            Conv2DTranspose(2, 3).dilationRate(2).padding(SAME),
            Shape.of(3, 4, 2)));
  }
}
