package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.SimpleRNN;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class SimpleRNNKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("last", SimpleRNN(3), Shape.of(4, 2)),
        layer(
            "sequences, backwards",
            SimpleRNN(2).returnSequences(true).goBackwards(true),
            Shape.of(3, 2)),
        layer(
            "no bias, another activation",
            SimpleRNN(2).useBias(false).activation(Activation.softsign),
            Shape.of(3, 3)),
        new Case("dropout", SimpleRNN(3).dropout(0.5).seed(1), Shape.of(3, 8), true));
  }
}
