package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.GRU;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class GRUKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("last", GRU(3), Shape.of(4, 2)),
        layer(
            "sequences, backwards", GRU(2).returnSequences(true).goBackwards(true), Shape.of(3, 2)),
        layer("reset before", GRU(2).resetAfter(false), Shape.of(4, 3)),
        layer(
            "no bias, other activations",
            GRU(2)
                .useBias(false)
                .activation(Activation.softsign)
                .recurrentActivation(Activation.silu),
            Shape.of(3, 3)),
        layer(
            "reset before, no bias",
            GRU(2).resetAfter(false).useBias(false).returnSequences(true),
            Shape.of(3, 2)),
        new Case("dropout", GRU(3).dropout(0.5).seed(1), Shape.of(3, 8), true));
  }
}
