package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.Dense;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;

class DenseKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.concat(
        Stream.of(
            layer("with bias", Dense(3), Shape.of(4)),
            layer("without bias", Dense(3).useBias(false), Shape.of(4)),
            layer("one unit", Dense(1), Shape.of(5)),
            layer("one number", Dense(3), Shape.of(1)),
            layer("wide", Dense(40, relu), Shape.of(33)),
            layer("rows", Dense(3, relu), Shape.of(2, 4)),
            layer("rows without bias", Dense(3).useBias(false), Shape.of(2, 4)),
            layer("images", Dense(4), Shape.of(2, 3, 5)),
            layer("images, softmax", Dense(4, softmax), Shape.of(2, 3, 2))),
        Stream.of(Activation.values())
            .map(a -> layer("activation " + a, Dense(4, a), Shape.of(3))));
  }
}
