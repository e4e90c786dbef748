package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.LSTM;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class LSTMKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("last", LSTM(3), Shape.of(4, 2)),
        layer(
            "sequences, backwards",
            LSTM(2).returnSequences(true).goBackwards(true),
            Shape.of(3, 2)),
        layer(
            "no bias, other activations",
            LSTM(2)
                .useBias(false)
                .activation(Activation.softsign)
                .recurrentActivation(Activation.silu),
            Shape.of(3, 3)),
        new Case("dropout", LSTM(3).dropout(0.5).seed(1), Shape.of(3, 8), true));
  }
}
