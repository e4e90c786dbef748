package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Conv1D;
import static io.github.mnist4j.layers.Padding.SAME;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class Conv1DKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("3", Conv1D(2, 3), Shape.of(6, 3)),
        layer(
            "same, strides 2",
            Conv1D(2, 3, Activation.tanh).strides(2).padding(SAME),
            Shape.of(7, 2)),
        layer(
            "causal, dilation",
            Conv1D(3, 3).padding(Padding.CAUSAL).dilationRate(2),
            Shape.of(7, 2)),
        layer("causal, strides", Conv1D(2, 2).padding(Padding.CAUSAL).strides(2), Shape.of(5, 2)),
        layer("groups, no bias", Conv1D(4, 2).groups(2).useBias(false), Shape.of(4, 6)));
  }
}
