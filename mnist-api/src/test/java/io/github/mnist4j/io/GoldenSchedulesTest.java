package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.optimizers.CosineDecayRestarts;
import io.github.mnist4j.optimizers.OneCycle;
import io.github.mnist4j.optimizers.Schedule;
import io.github.mnist4j.optimizers.Schedules;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules, read of Keras' config, give Keras' learning rates; made by {@code schedules.py}. */
class GoldenSchedulesTest {
  private static final double RELATIVE = 1e-6; // to Keras in double precision
  private static final double SINGLE = 1e-6; // to Keras in single precision, of the largest rate
  private static final JsonNode GOLDEN = json();

  private static JsonNode json() {
    try {
      return KerasTree.MAPPER.readTree(Golden.text("schedules.json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<JsonNode> list(String name) {
    return StreamSupport.stream(GOLDEN.required(name).spliterator(), false);
  }

  static Stream<String> cases() {
    return list("cases").map(c -> c.get("name").asText());
  }

  static Stream<String> cycles() {
    return list("cycles").map(c -> c.get("name").asText());
  }

  private static JsonNode named(String list, String name) {
    return list(list).filter(c -> c.get("name").asText().equals(name)).findFirst().orElseThrow();
  }

  private static Schedule schedule(JsonNode c) throws IOException {
    return KerasSchedule.read(
        KerasTree.object(
            "keras.optimizers.schedules",
            c.get("schedule").asText(),
            (ObjectNode) c.get("config")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rates_are_those_of_keras(String name) throws IOException {
    JsonNode c = named("cases", name);
    Schedule schedule = schedule(c);
    double largest =
        StreamSupport.stream(c.get("single").spliterator(), false)
            .mapToDouble(JsonNode::asDouble)
            .max()
            .orElseThrow();
    for (int i = 0; i < GOLDEN.get("steps").size(); i++) {
      long step = GOLDEN.get("steps").get(i).asLong();
      double rate = schedule.at(step);
      assertThat(rate)
          .as("single precision, step " + step)
          .isCloseTo(c.get("single").get(i).asDouble(), within(SINGLE * largest));
      if (!(schedule instanceof CosineDecayRestarts)) {
        double expected = c.get("double").get(i).asDouble();
        assertThat(rate)
            .as("double precision, step " + step)
            .isCloseTo(expected, within(RELATIVE * Math.abs(expected) + Double.MIN_NORMAL));
      }
    }
  }

  @Test
  void every_schedule_of_keras_has_golden_values() {
    assertThat(list("cases").map(c -> c.get("schedule").asText()).collect(Collectors.toSet()))
        .isEqualTo(Schedules.TYPES.keySet());
  }

  @ParameterizedTest
  @MethodSource("cycles")
  void one_cycle_is_that_of_pytorch(String name) {
    JsonNode c = named("cycles", name);
    JsonNode config = c.get("config");
    int steps = config.get("total_steps").asInt();
    OneCycle schedule = Schedules.oneCycle(config.get("max_lr").asDouble(), steps);
    if (config.has("pct_start")) {
      schedule = schedule.pctStart(config.get("pct_start").asDouble());
    }
    if (config.has("div_factor")) {
      schedule =
          schedule
              .divFactor(config.get("div_factor").asDouble())
              .finalDivFactor(config.get("final_div_factor").asDouble());
    }
    assertThat(c.get("rates")).hasSize(steps);
    for (int step = 0; step < steps; step++) {
      double expected = c.get("rates").get(step).asDouble();
      assertThat(schedule.at(step))
          .as("step " + step)
          .isCloseTo(expected, within(RELATIVE * expected));
    }
    assertThat(schedule.at(steps + 10L)).isEqualTo(schedule.at(steps - 1));
  }
}
