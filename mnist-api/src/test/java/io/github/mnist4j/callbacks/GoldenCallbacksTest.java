package io.github.mnist4j.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each decision and each printed line of real Keras, epoch by epoch. */
class GoldenCallbacksTest {
  /** Keras keeps learning rates in single precision. */
  private static final double RATE_TOLERANCE = 1e-7;

  private static final Pattern RATE = Pattern.compile("(?<=learning rate to )[0-9.e-]+(?=\\.\n)");

  static Stream<Arguments> cases() {
    return StreamSupport.stream(GoldenCallbacks.read().get("cases").spliterator(), false)
        .map(node -> Arguments.of(node.get("name").asText() + " " + node.get("params"), node));
  }

  @Test
  void there_are_cases_of_each() {
    assertThat(cases().map(c -> ((JsonNode) c.get()[1]).get("kind").asText()).distinct())
        .containsExactly(
            "EarlyStopping", "ReduceLROnPlateau", "ModelCheckpoint", "LearningRateScheduler");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void decisions_are_keras(String name, JsonNode golden) {
    Callback callback = GoldenCallbacks.callback(golden.get("kind").asText(), golden.get("params"));
    // Twice with one callback: what it remembers is of one training.
    replay(callback, golden);
    replay(callback, golden);
  }

  private static void replay(Callback callback, JsonNode golden) {
    FakeTraining training = new FakeTraining(golden.get("learning_rate").asDouble());
    try (Warnings warnings = new Warnings()) {
      callback.onTrainBegin(training);
      List<String> warned = new ArrayList<>();
      int epoch = golden.get("first").asInt();
      for (JsonNode expected : golden.get("epochs")) {
        training.weight = epoch;
        training.saved.clear();
        epoch(callback, training, epoch, golden.get("batches"), expected);
        expected.get("warned").forEach(text -> warned.add(text.asText()));
        epoch++;
      }
      callback.onTrainEnd(training);
      assertThat(training.taken()).isEqualTo(golden.at("/end/printed").asText());
      assertThat(training.weight).isEqualTo(golden.at("/end/weight").asDouble());
      warned(warnings.said(), warned);
    }
  }

  private static void epoch(
      Callback callback, FakeTraining training, int epoch, JsonNode batches, JsonNode expected) {
    callback.onEpochBegin(training, epoch);
    for (int batch = 0; batch < batches.size(); batch++) {
      callback.onBatchEnd(training, batch, GoldenCallbacks.logs(batches.get(batch)));
    }
    Map<String, Double> logs = GoldenCallbacks.logs(expected.get("logs"));
    Map<String, Double> logged = GoldenCallbacks.logs(expected.get("logged"));
    callback.onEpochEnd(training, epoch, logs);
    logs.keySet().removeAll(GoldenCallbacks.logs(expected.get("logs")).keySet());
    assertThat(training.stopped).isEqualTo(expected.get("stopped").asBoolean());
    rate(training.learningRate, expected.get("learning_rate").asDouble());
    assertThat(logs.keySet()).isEqualTo(logged.keySet());
    logged.forEach((key, value) -> rate(logs.get(key), value));
    List<String> written = new ArrayList<>();
    expected.get("written").forEach(file -> written.add(file.asText()));
    assertThat(training.saved).containsExactlyElementsOf(written);
    printed(training.taken(), expected.get("printed").asText());
  }

  private static void rate(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(RATE_TOLERANCE * Math.max(expected, 1e-30)));
  }

  /** To the letter, but for the last digits of a learning rate. */
  private static void printed(String actual, String expected) {
    assertThat(RATE.matcher(actual).replaceAll("…"))
        .isEqualTo(RATE.matcher(expected).replaceAll("…"));
    List<String> rates = RATE.matcher(actual).results().map(MatchResult::group).toList();
    List<String> wanted = RATE.matcher(expected).results().map(MatchResult::group).toList();
    for (int i = 0; i < rates.size(); i++) {
      rate(Double.parseDouble(rates.get(i)), Double.parseDouble(wanted.get(i)));
      if ((float) Double.parseDouble(wanted.get(i)) == Double.parseDouble(wanted.get(i))) {
        assertThat(rates.get(i)).isEqualTo(wanted.get(i));
      }
    }
  }

  /** Keras says it each epoch, we once a training, and with the names there are. */
  private static void warned(List<String> actual, List<String> expected) {
    assertThat(actual).hasSize(expected.isEmpty() ? 0 : 1);
    if (!actual.isEmpty()) {
      assertThat(actual.get(0)).startsWith(expected.get(0));
    }
  }
}
