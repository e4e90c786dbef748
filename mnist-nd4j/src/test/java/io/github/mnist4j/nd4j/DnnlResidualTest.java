package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.GlobalAveragePooling2D;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Layers.PReLU;
import static io.github.mnist4j.layers.Layers.Residual;
import static io.github.mnist4j.layers.Layers.Stack;
import static io.github.mnist4j.layers.Padding.SAME;
import static io.github.mnist4j.nd4j.FastAndPlain.compare;
import static io.github.mnist4j.nd4j.FastAndPlain.predict;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DnnlResidualTest {
  @BeforeAll
  static void needs_oneDnn() {
    FastAndPlain.needOneDnn();
  }

  /** As in He et al. 2015. */
  private static Layer block(int filters) {
    return Residual(
        Conv2D(filters, 3).padding(SAME).useBias(false),
        BatchNormalization().epsilon(0.1),
        Activation(relu),
        Conv2D(filters, 3).padding(SAME).useBias(false),
        BatchNormalization().epsilon(0.1));
  }

  static Stream<NetworkSpec> networks() {
    return Stream.of(
        Specs.of(
            Shape.of(8, 7, 3),
            Conv2D(20, 3, tanh).padding(SAME),
            block(20),
            Activation(relu),
            Residual(Conv2D(16, 3, relu).padding(SAME).strides(2), Conv2D(16, 3).padding(SAME))
                .shortcut(Conv2D(16, 1).strides(2), BatchNormalization().epsilon(0.1)),
            Activation(relu),
            GlobalAveragePooling2D(),
            Dense(3)),
        Specs.of(Shape.of(6, 6, 3), block(3), Flatten()),
        Specs.of(
            Shape.of(6, 6, 3),
            Residual(Activation(tanh), PReLU()),
            Stack(Conv2D(16, 3, relu), MaxPooling2D(2), Dropout(0.2)),
            Stack(Flatten(), Residual(Dense(64, tanh), Dropout(0.2)), Dense(5)),
            Residual(Stack(Dense(5, tanh), Residual(Dense(5))))),
        Specs.of(Shape.of(5, 4), Residual(Dense(4, tanh)), Residual(Activation(relu)), Dense(2)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void outputs_and_gradients_are_those_of_the_plain_path(NetworkSpec spec) {
    for (int n : new int[] {4, 9}) {
      compare(spec, n);
    }
    predict(spec, 3);
  }
}
