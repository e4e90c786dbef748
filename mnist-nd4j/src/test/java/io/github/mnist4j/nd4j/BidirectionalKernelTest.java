package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Bidirectional;
import static io.github.mnist4j.layers.Layers.GRU;
import static io.github.mnist4j.layers.Layers.LSTM;
import static io.github.mnist4j.layers.Layers.SimpleRNN;

import io.github.mnist4j.layers.Bidirectional;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class BidirectionalKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("last", Layers.Bidirectional(LSTM(3)), Shape.of(4, 2)),
        layer("sequences", Layers.Bidirectional(GRU(2).returnSequences(true)), Shape.of(3, 2)),
        layer(
            "sum",
            Layers.Bidirectional(SimpleRNN(2)).mergeMode(Bidirectional.Merge.SUM),
            Shape.of(3, 2)),
        layer(
            "product",
            Layers.Bidirectional(SimpleRNN(2).returnSequences(true))
                .mergeMode(Bidirectional.Merge.MUL),
            Shape.of(3, 2)),
        layer(
            "mean",
            Layers.Bidirectional(SimpleRNN(2)).mergeMode(Bidirectional.Merge.AVE),
            Shape.of(3, 2)));
  }
}
