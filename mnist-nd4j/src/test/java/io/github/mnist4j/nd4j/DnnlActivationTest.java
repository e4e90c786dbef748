package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Conv2DTranspose;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.ELU;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.LeakyReLU;
import static io.github.mnist4j.layers.Layers.ReLU;
import static io.github.mnist4j.nd4j.FastAndPlain.compare;
import static io.github.mnist4j.nd4j.FastAndPlain.network;
import static io.github.mnist4j.nd4j.FastAndPlain.predict;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

class DnnlActivationTest {
  /** Make numbers of what is none; the loss alone does not show it then, {@link Finite} does. */
  private static final Set<Activation> DEAF =
      Set.of(Activation.relu, Activation.relu6, Activation.hard_tanh, Activation.exponential);

  @BeforeAll
  static void needs_oneDnn() {
    FastAndPlain.needOneDnn();
  }

  @ParameterizedTest
  @EnumSource
  void each_activation_is_that_of_the_plain_path(Activation activation) {
    NetworkSpec spec =
        network(
            Shape.of(6, 5, 3),
            Conv2D(20, 2, activation),
            Layers.Activation(Activation.tanh), // or exponential is too great
            Layers.Activation(activation),
            Conv2DTranspose(3, 2).activation(activation),
            Layers.Activation(Activation.tanh),
            Flatten(),
            Layers.Activation(activation),
            Dense(7, activation));
    compare(spec, 3);
    predict(spec, 3);
  }

  static Stream<Layer> layers() {
    return Stream.of(
        ReLU(),
        ReLU().maxValue(0.5),
        ReLU().negativeSlope(0.1),
        ReLU().maxValue(0.5).negativeSlope(0.1),
        ReLU().threshold(0.2),
        ReLU().maxValue(0.0),
        LeakyReLU(),
        LeakyReLU(0.0),
        ELU(1.0),
        ELU(0.3),
        ELU(0.0));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void each_layer_is_that_of_the_plain_path(Layer layer) {
    NetworkSpec spec =
        network(Shape.of(6, 5, 3), Conv2D(20, 2), layer, Flatten(), layer, Dense(7), layer);
    compare(spec, 3);
    predict(spec, 3);
  }

  @ParameterizedTest
  @EnumSource
  void what_is_no_number_passes_through(Activation activation) {
    if (DEAF.contains(activation)) {
      return;
    }
    for (Layer layer :
        new Layer[] {
          Layers.Activation(activation), Conv2D(20, 2, activation), Dense(5, activation)
        }) {
      NetworkSpec spec = network(Shape.of(4, 4, 3), layer);
      float[] x = new float[2 * spec.input().size()];
      Arrays.fill(x, Float.NaN);
      for (boolean training : new boolean[] {true, false}) {
        try (Memory memory = new Memory(DataType.FLOAT);
            Lane lane =
                new DnnlLane(
                    spec,
                    FastAndPlain.parameters(spec, memory),
                    new Memory(DataType.FLOAT),
                    2,
                    Share.whole(2),
                    training,
                    () -> 0)) {
          assertThat(FastAndPlain.run(lane, x, 2, spec))
              .as(layer.toString())
              .containsOnly(Float.NaN);
        }
      }
    }
  }
}
