package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.DepthwiseConv2D;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class DepthwiseConv2DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("3x3", DepthwiseConv2D(3), Shape.of(4, 5, 2)),
        layer(
            "multiplier, same",
            DepthwiseConv2D(2).depthMultiplier(3).padding(SAME).activation(Activation.tanh),
            Shape.of(3, 4, 2)),
        layer(
            "strides, same",
            DepthwiseConv2D(new Size(2, 3)).strides(2).padding(SAME).useBias(false),
            Shape.of(5, 4, 2)),
        layer("dilation", DepthwiseConv2D(2).dilationRate(2), Shape.of(4, 5, 2)));
  }
}
