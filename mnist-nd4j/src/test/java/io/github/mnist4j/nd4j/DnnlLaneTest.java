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
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.LayerSpec;
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
  /** Of the largest number in the array, single precision. */
  private static final double TOLERANCE = 1e-5;

  private static final int RANDOM_NETWORKS = 60;

  @BeforeAll
  static void needs_oneDnn() {
    Nd4jRuntime.start();
    assumeTrue(OneDnn.isUsed(), "oneDNN is not on this machine");
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
    try (Memory memory = new Memory(DataType.FLOAT);
        Memory precise = new Memory(DataType.DOUBLE)) {
      float[] x = random(3 * spec.input().size(), 7);
      try (Lane fast =
              new DnnlLane(
                  spec,
                  parameters(spec, memory),
                  new Memory(DataType.FLOAT),
                  3,
                  Share.whole(3),
                  false,
                  () -> 0);
          Lane plain = plain(spec, parameters(spec, precise), 3, false)) {
        assertSame("outputs", run(plain, x, 3, spec), run(fast, x, 3, spec));
      }
    }
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

  private static void compare(NetworkSpec spec, int n) {
    try (Memory memory = new Memory(DataType.FLOAT);
        Memory forFast = new Memory(DataType.FLOAT);
        Memory forPlain = new Memory(DataType.DOUBLE)) {
      Parameters parameters = parameters(spec, memory);
      Parameters fastParameters = parameters.withOwnGradients(forFast);
      Parameters plainParameters = parameters(spec, forPlain);
      float[] x = random(n * spec.input().size(), 1);
      float[] dy = random(n * spec.output().size(), 2);
      try (Lane fast =
              new DnnlLane(
                  spec,
                  fastParameters,
                  new Memory(DataType.FLOAT),
                  n,
                  Share.whole(n),
                  true,
                  () -> 4);
          Lane plain = plain(spec, plainParameters, n, true)) {
        for (int pass = 0; pass < 2; pass++) {
          assertSame(spec + " outputs", run(plain, x, n, spec), run(fast, x, n, spec));
          plain.backward(dy, 0);
          fast.backward(dy, 0);
          for (Param param : parameters.trainable()) {
            assertSame(
                spec + " gradient of " + param.name(),
                Parameters.slice(plain.gradients(), param).data(),
                Parameters.slice(fast.gradients(), param).data());
          }
        }
      }
    }
  }

  private static float[] run(Lane lane, float[] x, int n, NetworkSpec spec) {
    lane.forward(x, 0, n);
    float[] y = new float[n * spec.output().size()];
    lane.output(y, 0, n);
    return y;
  }

  private static Lane plain(NetworkSpec spec, Parameters parameters, int n, boolean training) {
    Network network = new Network(spec, parameters, n, training, () -> 4, DataType.DOUBLE);
    return new OperationsLane(network, parameters, new Memory(DataType.FLOAT));
  }

  private static void assertSame(String what, float[] expected, float[] actual) {
    double largest = 1e-3;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) / largest)
          .as(
              "%s: element %d of %d is %s, not %s",
              what, i, expected.length, actual[i], expected[i])
          .isLessThan(TOLERANCE);
    }
  }

  private static Parameters parameters(NetworkSpec spec, Memory memory) {
    Parameters parameters = new Parameters(spec, memory);
    parameters.load(spec.initialWeights());
    float[] noise = random(parameters.values().length, 11);
    for (int i = 0; i < noise.length; i++) {
      parameters.values()[i] += noise[i] * 0.01f; // biases, too, are not zero
    }
    parameters.publish();
    return parameters;
  }

  private static float[] random(int size, long seed) {
    RandomStream stream = RandomStream.of(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) stream.normal(i);
    }
    return values;
  }

  private static NetworkSpec network(Shape input, Layer... layers) {
    List<LayerSpec> specs = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < layers.length; i++) {
      Shape output = layers[i].outputShape(shape);
      specs.add(new LayerSpec("layer" + i, layers[i], shape, output, layers[i].params(shape)));
      shape = output;
    }
    return new NetworkSpec(input, specs, Losses.meanSquaredError(), Optimizers.sgd(), 5);
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
