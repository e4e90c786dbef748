package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.linear;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.sigmoid;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.AveragePooling2D;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Padding.SAME;
import static io.github.mnist4j.nd4j.FastAndPlain.assertSame;
import static io.github.mnist4j.nd4j.FastAndPlain.compare;
import static io.github.mnist4j.nd4j.FastAndPlain.network;
import static io.github.mnist4j.nd4j.FastAndPlain.parameters;
import static io.github.mnist4j.nd4j.FastAndPlain.plain;
import static io.github.mnist4j.nd4j.FastAndPlain.predict;
import static io.github.mnist4j.nd4j.FastAndPlain.random;
import static io.github.mnist4j.nd4j.FastAndPlain.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The fast path against the plain one: the same outputs, and the same gradients element by element.
 */
class DnnlLaneTest {
  private static final int RANDOM_NETWORKS = 60;

  @BeforeAll
  static void needs_oneDnn() {
    FastAndPlain.needOneDnn();
  }

  static Stream<NetworkSpec> networks() {
    return Stream.concat(
        Stream.of(
            network(
                Shape.of(28, 28, 1),
                Conv2D(32, 3, relu),
                MaxPooling2D(2),
                Conv2D(64, 3, relu),
                MaxPooling2D(2),
                Flatten(),
                Dense(64, relu),
                Dense(10)),
            network(
                Shape.of(12, 9, 3),
                Conv2D(5, new Size(3, 2), tanh).strides(2, 1).padding(SAME),
                Flatten(),
                Dense(4)),
            network(
                Shape.of(11, 13, 2),
                MaxPooling2D(3).strides(2).padding(SAME),
                Conv2D(6, 3, sigmoid).useBias(false),
                Flatten(),
                Dense(3)),
            network(
                Shape.of(10, 10, 4),
                AveragePooling2D(3).strides(2).padding(SAME),
                Conv2D(17, 1, relu),
                Flatten(),
                Dense(3, softmax)),
            network(Shape.of(7, 7, 3), Conv2D(4, 3, softmax), Flatten(), Dense(2)),
            network(
                Shape.of(12, 11, 2),
                Conv2D(4, 3, relu),
                MaxPooling2D(2),
                Conv2D(3, 2, Activation.gelu),
                MaxPooling2D(2).strides(1),
                Activation(Activation.silu),
                Flatten(),
                Dense(6, Activation.elu),
                Dense(3)),
            network(Shape.of(6, 6, 2), Conv2D(3, 3, relu), Flatten()),
            network(Shape.of(6, 6, 2), Conv2D(3, 3, relu)),
            network(
                Shape.of(9, 9, 1),
                Conv2D(8, 3, relu),
                MaxPooling2D(2),
                Flatten(),
                Activation(softmax)),
            network(
                Shape.of(9, 9, 1),
                Conv2D(8, 3),
                Activation(relu),
                MaxPooling2D(2),
                Flatten(),
                Activation(tanh),
                Dense(3)),
            network(
                Shape.of(8, 8, 2),
                Conv2D(8, 3, relu),
                Dropout(0.4),
                Flatten(),
                Dropout(0.3),
                Dense(3)),
            network(Shape.of(5, 7), Dense(4, relu), Flatten(), Dense(3)),
            network(
                Shape.of(20),
                Dense(4, sigmoid).useBias(false),
                Activation(linear),
                Dense(3, tanh),
                Activation(softmax)),
            network(Shape.of(4, 5, 6), Dense(5, softmax)),
            network(Shape.of(8, 8, 2), Conv2D(3, 3), Dense(17, tanh), MaxPooling2D(2), Dense(4)),
            network(Shape.of(4, 5, 6), Flatten(), Dense(3))),
        IntStream.range(0, RANDOM_NETWORKS).mapToObj(DnnlLaneTest::randomNetwork));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void outputs_and_gradients_are_those_of_the_plain_path(NetworkSpec spec) {
    for (int n : new int[] {1, 5, 16}) {
      compare(spec, n);
    }
  }

  @Test
  void predictions_are_those_of_the_plain_path() {
    NetworkSpec spec =
        network(
            Shape.of(28, 28, 1),
            Conv2D(8, 5, relu),
            MaxPooling2D(2),
            Dropout(0.5),
            Flatten(),
            Dense(10, softmax));
    predict(spec, 3);
  }

  @Test
  void changed_weights_are_seen_by_the_next_pass() {
    NetworkSpec spec = network(Shape.of(8, 8, 1), Conv2D(16, 3, relu), Flatten(), Dense(4));
    try (Memory memory = new Memory(DataType.FLOAT);
        Memory precise = new Memory(DataType.DOUBLE)) {
      Parameters parameters = parameters(spec, memory);
      Parameters plainParameters = parameters(spec, precise);
      float[] x = random(2 * spec.input().size(), 3);
      try (Lane fast =
              new DnnlLane(
                  spec, parameters, new Memory(DataType.FLOAT), 2, Share.whole(2), false, () -> 0);
          Lane plain = plain(spec, plainParameters, 2, false)) {
        float[] before = run(fast, x, 2, spec);
        for (Parameters changed : List.of(parameters, plainParameters)) {
          for (int i = 0; i < changed.values().length; i++) {
            changed.values()[i] *= 1.5f;
          }
          changed.publish();
        }
        float[] after = run(fast, x, 2, spec);
        assertThat(after).isNotEqualTo(before);
        assertSame("outputs", run(plain, x, 2, spec), after);
      }
    }
  }

  /** Some convolutions and pools, then some dense layers, of odd sizes. */
  private static NetworkSpec randomNetwork(int number) {
    RandomStream random = RandomStream.of(number).split("network");
    int[] draw = {0};
    List<Layer> layers = new ArrayList<>();
    Shape input =
        Shape.of(
            6 + random.below(18, draw[0]++),
            6 + random.below(18, draw[0]++),
            1 + random.below(20, draw[0]++));
    Shape shape = input;
    int count = 1 + random.below(4, draw[0]++);
    for (int i = 0; i < count; i++) {
      Layer layer = randomImageLayer(random, draw);
      try {
        shape = layer.outputShape(shape);
        layers.add(layer);
      } catch (IllegalArgumentException e) {
        break; // the images have become too small
      }
    }
    layers.add(Flatten());
    layers.add(Dense(1 + random.below(40, draw[0]++), activation(random, draw)));
    layers.add(Dense(1 + random.below(12, draw[0]++)));
    return network(input, layers.toArray(Layer[]::new));
  }

  private static Layer randomImageLayer(RandomStream random, int[] draw) {
    Size size = new Size(1 + random.below(4, draw[0]++), 1 + random.below(4, draw[0]++));
    Size strides = new Size(1 + random.below(3, draw[0]++), 1 + random.below(3, draw[0]++));
    boolean same = random.below(2, draw[0]++) == 0;
    int kind = random.below(4, draw[0]++);
    if (kind == 0) {
      var pool = AveragePooling2D(size).strides(strides.height(), strides.width());
      return same ? pool.padding(SAME) : pool;
    } else if (kind == 1) {
      var pool = MaxPooling2D(size).strides(strides.height(), strides.width());
      return same ? pool.padding(SAME) : pool;
    }
    var conv =
        Conv2D(1 + random.below(40, draw[0]++), size, activation(random, draw))
            .strides(strides.height(), strides.width())
            .useBias(random.below(4, draw[0]++) > 0);
    return same ? conv.padding(SAME) : conv;
  }

  private static Activation activation(RandomStream random, int[] draw) {
    return new Activation[] {linear, relu, relu, tanh, sigmoid}[random.below(5, draw[0]++)];
  }
}
