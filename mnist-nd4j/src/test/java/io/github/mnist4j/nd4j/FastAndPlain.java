package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The fast path against the plain one in double precision: the same outputs, the same gradients
 * element by element, and the same kept counts.
 */
final class FastAndPlain {
  /** Of the largest number in the array, single precision. */
  private static final double TOLERANCE = 1e-5;

  private static final double LEAST = 1e-3;

  /**
   * Of the largest gradient of all: what should be 0, such as that of a bias before a
   * normalization, is rounding of what is not.
   */
  private static final double LEAST_GRADIENT = 0.1;

  private FastAndPlain() {}

  static void needOneDnn() {
    Nd4jRuntime.start();
    assumeTrue(OneDnn.isUsed(), "oneDNN is not on this machine");
  }

  static void compare(NetworkSpec spec, int n) {
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
          double least = Math.max(LEAST, LEAST_GRADIENT * largest(plain.gradients(), 0));
          for (Param param : parameters.trainable()) {
            assertSame(
                spec + " gradient of " + param.name(),
                Parameters.slice(plain.gradients(), param).data(),
                Parameters.slice(fast.gradients(), param).data(),
                least);
          }
          assertSame(spec + " kept counts", kept(plain), kept(fast));
        }
      }
    }
  }

  private static float[] kept(Lane lane) {
    float[] values = lane.parameters().values().clone();
    lane.parameters().keepCounts(values);
    return values;
  }

  static float[] run(Lane lane, float[] x, int n, NetworkSpec spec) {
    lane.forward(x, 0, n);
    float[] y = new float[n * spec.output().size()];
    lane.output(y, 0, n);
    return y;
  }

  static Lane plain(NetworkSpec spec, Parameters parameters, int n, boolean training) {
    Network network = new Network(spec, parameters, n, training, () -> 4, DataType.DOUBLE);
    return new OperationsLane(network, parameters, new Memory(DataType.FLOAT));
  }

  static void assertSame(String what, float[] expected, float[] actual) {
    assertSame(what, expected, actual, LEAST);
  }

  private static double largest(float[] values, double least) {
    double largest = least;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static void assertSame(String what, float[] expected, float[] actual, double least) {
    double largest = largest(expected, least);
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]) / largest)
          .as(
              "%s: element %d of %d is %s, not %s",
              what, i, expected.length, actual[i], expected[i])
          .isLessThan(TOLERANCE);
    }
  }

  static Parameters parameters(NetworkSpec spec, Memory memory) {
    Parameters parameters = new Parameters(spec, memory);
    parameters.load(spec.initialWeights());
    float[] noise = random(parameters.values().length, 11);
    for (int i = 0; i < noise.length; i++) {
      parameters.values()[i] += noise[i] * 0.01f; // biases, too, are not zero
    }
    parameters.publish();
    return parameters;
  }

  static float[] random(int size, long seed) {
    RandomStream stream = RandomStream.of(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) stream.normal(i);
    }
    return values;
  }

  static NetworkSpec network(Shape input, Layer... layers) {
    List<LayerSpec> specs = new ArrayList<>();
    Shape shape = input;
    for (int i = 0; i < layers.length; i++) {
      Shape output = layers[i].outputShape(shape);
      specs.add(new LayerSpec("layer" + i, layers[i], shape, output, layers[i].params(shape)));
      shape = output;
    }
    return new NetworkSpec(input, specs, Losses.meanSquaredError(), Optimizers.sgd(), 5);
  }

  static void predict(NetworkSpec spec, int n) {
    try (Memory memory = new Memory(DataType.FLOAT);
        Memory precise = new Memory(DataType.DOUBLE)) {
      float[] x = random(n * spec.input().size(), 7);
      try (Lane fast =
              new DnnlLane(
                  spec,
                  parameters(spec, memory),
                  new Memory(DataType.FLOAT),
                  n,
                  Share.whole(n),
                  false,
                  () -> 0);
          Lane plain = plain(spec, parameters(spec, precise), n, false)) {
        assertSame("outputs", run(plain, x, n, spec), run(fast, x, n, spec));
      }
    }
  }
}
