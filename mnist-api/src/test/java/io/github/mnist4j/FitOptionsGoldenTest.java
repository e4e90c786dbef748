package io.github.mnist4j;

import static io.github.mnist4j.callbacks.Callbacks.onEpochBegin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which samples real Keras' fit goes through, and which epochs it tests after. */
class FitOptionsGoldenTest {
  private static final double TOLERANCE = 1e-6; // relative; Keras' means are in single precision

  private static JsonNode golden() throws IOException {
    try (InputStream in =
        FitOptionsGoldenTest.class.getResourceAsStream("/golden/fit_options.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  static Stream<JsonNode> cases() throws IOException {
    return StreamSupport.stream(golden().get("cases").spliterator(), false);
  }

  /** The numbers from 1 on, against 0. */
  private static Dataset numbers(int count) {
    return Dataset.generate(count, Shape.of(1), Shape.of(1), (row, x, y) -> x[0] = row + 1);
  }

  private static FitOptions options(JsonNode golden) {
    FitOptions options =
        FitOptions.epochs(golden.get("epochs").asInt())
            .batchSize(golden.get("batch_size").asInt())
            .shuffle(false)
            .verbose(0);
    for (Map.Entry<String, JsonNode> option : golden.properties()) {
      options = with(options, option.getKey(), option.getValue());
    }
    return options;
  }

  private static FitOptions with(FitOptions options, String name, JsonNode value) {
    return switch (name) {
      case "epochs", "batch_size" -> options;
      case "initial_epoch" -> options.initialEpoch(value.asInt());
      case "validation" ->
          value.isNull() ? options : options.validationData(numbers(value.asInt()));
      case "validation_split" -> options.validationSplit(value.asDouble());
      case "validation_batch_size" -> options.validationBatchSize(value.asInt());
      case "validation_steps" -> options.validationSteps(value.asInt());
      case "steps_per_epoch" -> options.stepsPerEpoch(value.asInt());
      case "validation_freq" ->
          value.isInt()
              ? options.validationFreq(value.asInt())
              : options.validationFreq(
                  StreamSupport.stream(value.spliterator(), false).map(JsonNode::asInt).toList());
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_same_samples_are_seen(JsonNode golden) {
    List<double[]> tests = new ArrayList<>();
    Callback recorder =
        new Callback() {
          private int epoch;

          @Override
          public void onEpochBegin(TrainingContext training, int epoch) {
            this.epoch = epoch;
          }

          @Override
          public void onTestEnd(TrainingContext training, Map<String, Double> logs) {
            tests.add(new double[] {epoch, logs.get("loss")});
          }
        };
    Sequential network =
        Sequential.of(
            Layers.Input(1),
            Layers.Dense(1).useBias(false).kernelInitializer(Initializers.constant(1)));
    CompileOptions compile =
        CompileOptions.of(Optimizers.sgd(), Losses.meanSquaredError()).engine(new FakeEngine());
    try (Model model = network.compile(compile)) {
      History history =
          model.fit(
              numbers(16),
              options(golden.get("options"))
                  .callbacks(
                      recorder, onEpochBegin((training, epoch) -> training.learningRate(0))));
      assertThat(history.epochs())
          .isEqualTo(
              StreamSupport.stream(golden.get("epochs").spliterator(), false)
                  .map(JsonNode::asInt)
                  .toList());
      for (int i = 0; i < golden.get("loss").size(); i++) {
        close(history.get("loss")[i], golden.get("loss").get(i).asDouble());
      }
    }
    assertThat(tests).hasSize(golden.get("tests").size());
    for (int i = 0; i < tests.size(); i++) {
      assertThat(tests.get(i)[0]).isEqualTo(golden.get("tests").get(i).get(0).asDouble());
      close(tests.get(i)[1], golden.get("tests").get(i).get(1).asDouble());
    }
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(TOLERANCE * expected));
  }

  @Test
  void defaults_are_keras() throws IOException {
    JsonNode keras = golden().get("defaults");
    FitOptions options = FitOptions.epochs(1);
    assertThat(keras.get("initial_epoch").asInt()).isEqualTo(options.initialEpoch());
    assertThat(keras.get("shuffle").asBoolean()).isEqualTo(options.shuffle());
    assertThat(keras.get("validation_split").asDouble()).isEqualTo(options.validationSplit());
    assertThat(keras.get("validation_freq").asInt()).isEqualTo(options.validationFreq());
    assertThat(options.validationEpochs()).isEmpty();
    assertThat(keras.get("steps_per_epoch").isNull()).isEqualTo(options.stepsPerEpoch() == null);
    assertThat(keras.get("validation_steps").isNull()).isEqualTo(options.validationSteps() == null);
    assertThat(keras.get("validation_batch_size").isNull())
        .isEqualTo(options.validationBatchSize() == null);
  }
}
