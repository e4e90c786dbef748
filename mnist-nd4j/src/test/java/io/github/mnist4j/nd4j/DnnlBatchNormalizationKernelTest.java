package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.sigmoid;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Layers.ReLU;
import static io.github.mnist4j.nd4j.FastAndPlain.compare;
import static io.github.mnist4j.nd4j.FastAndPlain.network;
import static io.github.mnist4j.nd4j.FastAndPlain.predict;

import io.github.mnist4j.layers.BatchNormalization;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DnnlBatchNormalizationKernelTest {
  @BeforeAll
  static void needs_oneDnn() {
    FastAndPlain.needOneDnn();
  }

  static Stream<NetworkSpec> normalized() {
    return Stream.of(
        network(
            Shape.of(9, 8, 3),
            Conv2D(20, 3).useBias(false),
            BatchNormalization(),
            Activation(relu),
            MaxPooling2D(2),
            Flatten(),
            Dense(3)),
        network(
            Shape.of(9, 8, 3),
            Conv2D(32, 3, tanh),
            BatchNormalization().scale(false).epsilon(0.5),
            ReLU(),
            Conv2D(16, 2, relu),
            BatchNormalization().center(false),
            Conv2D(4, 2).useBias(false),
            BatchNormalization(),
            Activation(sigmoid),
            Flatten(),
            Dense(3)),
        network(Shape.of(6, 5, 3), BatchNormalization(), ReLU(), Flatten(), Dense(3)),
        network(Shape.of(6, 5, 32), BatchNormalization().scale(false).center(false), Flatten()),
        network(Shape.of(6, 5, 3), BatchNormalization().axis(1), ReLU(), Flatten(), Dense(3)),
        network(Shape.of(6, 5), BatchNormalization(), Activation(relu), Dense(4), ReLU()),
        network(
            Shape.of(6, 5, 4),
            Conv2D(3, 2, tanh),
            Flatten(),
            BatchNormalization().epsilon(0.1),
            Dense(4)),
        network(
            Shape.of(6),
            Dense(16).useBias(false),
            BatchNormalization().epsilon(0.1),
            ReLU(),
            ReLU(),
            Dense(5),
            Dropout(0.2),
            BatchNormalization().epsilon(0.1)));
  }

  @ParameterizedTest
  @MethodSource("normalized")
  void normalized_networks_are_those_of_the_plain_path(NetworkSpec spec) {
    for (int n : new int[] {5, 16}) {
      compare(spec, n);
    }
    compare(frozen(spec), 5);
    predict(spec, 3);
  }

  private static NetworkSpec frozen(NetworkSpec spec) {
    List<LayerSpec> layers = new ArrayList<>();
    for (LayerSpec layer : spec.layers()) {
      boolean frozen = layer.layer() instanceof BatchNormalization;
      layers.add(
          new LayerSpec(
              layer.name(), layer.layer(), layer.input(), layer.output(), layer.params(), frozen));
    }
    return new NetworkSpec(spec.input(), layers, spec.loss(), spec.optimizer(), 5);
  }
}
