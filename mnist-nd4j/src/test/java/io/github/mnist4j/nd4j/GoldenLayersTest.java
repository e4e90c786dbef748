package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.spi.NetworkSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Single layers give Keras' own outputs and gradients; made by {@code golden/layers.py}. */
class GoldenLayersTest {
  private static final int SAMPLES = 2;
  private static final double KERAS_TOLERANCE = 1e-5; // absolute; the numbers are of order 1

  static Stream<Golden.Case> cases() {
    return Golden.cases("layers.json");
  }

  private static NetworkSpec spec(Golden.Case c) {
    Sequential network = Sequential.fromJson(c.get("model").toString());
    return Specs.of(network.inputShape().orElseThrow(), network.layers().toArray(Layer[]::new));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outputs_are_those_of_keras(Golden.Case c) {
    for (boolean training : modes(c)) {
      try (Trial trial = new Trial(spec(c), SAMPLES, training, DataType.FLOAT)) {
        fill(trial, c);
        assertClose(trial.forward(), c.numbers("y"));
      }
    }
  }

  /** Most layers do the same training and predicting; of the others, a case has one mode. */
  private static boolean[] modes(Golden.Case c) {
    return c.get("training").isNull()
        ? new boolean[] {true, false}
        : new boolean[] {c.get("training").asBoolean()};
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_layers_keep_count_of_is_what_keras_keeps(Golden.Case c) {
    assumeTrue(modes(c)[0]);
    try (Trial trial = new Trial(spec(c), SAMPLES, true, DataType.FLOAT)) {
      fill(trial, c);
      trial.forward();
      float[] values = Golden.floats(joined(c, "fixed"));
      float[] all = new float[trial.parameters.values().length];
      System.arraycopy(values, 0, all, all.length - values.length, values.length);
      trial.parameters.keepCounts(all);
      assertClose(
          Golden.doubles(Arrays.copyOfRange(all, all.length - values.length, all.length)),
          joined(c, "moved"));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_are_those_of_keras(Golden.Case c) {
    assumeTrue(modes(c)[0]);
    try (Trial trial = new Trial(spec(c), SAMPLES, true, DataType.FLOAT)) {
      fill(trial, c);
      trial.network.forward();
      Trial.fill(trial.network.dy(), c.numbers("dy"));
      trial.network.backward();
      assertClose(Trial.numbers(trial.network.dx()), c.numbers("dx"));
      JsonNode[] gradients = Golden.list(c.get("gradients"));
      List<Param> params = trial.parameters.trainable();
      assertThat(params).hasSameSizeAs(gradients);
      for (int i = 0; i < gradients.length; i++) {
        assertClose(Trial.numbers(params.get(i).gradient()), Golden.numbers(gradients[i]));
      }
    }
  }

  /** Whatever path networks take on this machine. */
  @ParameterizedTest
  @MethodSource("cases")
  void outputs_and_gradients_of_the_chosen_path_are_those_of_keras(Golden.Case c) {
    assumeTrue(modes(c)[0]);
    NetworkSpec spec = spec(c);
    Nd4jRuntime.start();
    try (Memory memory = new Memory(DataType.FLOAT)) {
      Parameters parameters = new Parameters(spec, memory);
      float[] weights = Golden.floats(joined(c, "weights"));
      float[] fixed = Golden.floats(joined(c, "fixed"));
      System.arraycopy(weights, 0, parameters.values(), 0, weights.length);
      System.arraycopy(fixed, 0, parameters.values(), weights.length, fixed.length);
      parameters.publish();
      try (Lane lane = Lanes.training(spec, parameters, SAMPLES, Share.whole(SAMPLES), () -> 0)) {
        lane.forward(Golden.floats(c.numbers("x")), 0, SAMPLES);
        float[] y = new float[c.numbers("y").length];
        lane.output(y, 0, SAMPLES);
        assertClose(Golden.doubles(y), c.numbers("y"));
        lane.backward(Golden.floats(c.numbers("dy")), 0);
        assertClose(Golden.doubles(lane.gradients()), joined(c, "gradients"));
      }
    }
  }

  private static double[] joined(Golden.Case c, String key) {
    return Stream.of(Golden.list(c.get(key)))
        .flatMapToDouble(array -> Arrays.stream(Golden.numbers(array)))
        .toArray();
  }

  private static void fill(Trial trial, Golden.Case c) {
    Trial.fill(trial.network.x(), c.numbers("x"));
    JsonNode[] weights = Golden.list(c.get("weights"));
    List<Param> params = trial.parameters.trainable();
    assertThat(params).hasSameSizeAs(weights);
    for (int i = 0; i < weights.length; i++) {
      Trial.fill(params.get(i).value(), Golden.numbers(weights[i]));
    }
    JsonNode[] fixed = Golden.list(c.get("fixed"));
    List<Param> others =
        trial.parameters.all().stream().filter(param -> !param.spec().trainable()).toList();
    assertThat(others).hasSameSizeAs(fixed);
    for (int i = 0; i < fixed.length; i++) {
      Trial.fill(others.get(i).value(), Golden.numbers(fixed[i]));
    }
  }

  private static void assertClose(double[] actual, double[] keras) {
    assertThat(actual).containsExactly(keras, within(KERAS_TOLERANCE));
  }
}
