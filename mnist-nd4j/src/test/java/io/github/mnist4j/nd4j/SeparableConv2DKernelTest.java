package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.SeparableConv2D;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class SeparableConv2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("3x3", SeparableConv2D(3, 3), Shape.of(4, 5, 2)),
        layer(
            "multiplier, same",
            SeparableConv2D(2, 2).depthMultiplier(2).padding(SAME).activation(Activation.tanh),
            Shape.of(3, 4, 2)),
        layer(
            "strides, no bias",
            SeparableConv2D(3, new Size(2, 3)).strides(2).padding(SAME).useBias(false),
            Shape.of(5, 4, 2)));
  }
}
