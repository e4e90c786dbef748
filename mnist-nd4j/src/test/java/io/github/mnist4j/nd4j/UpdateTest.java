package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.OptimizerStates;
import io.github.mnist4j.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty steps give Keras' own weights and slots; made by {@code golden/optimizers.py}. */
class UpdateTest {
  private static final double KERAS_TOLERANCE = 1e-5; // absolute; the weights are of order 1
  private static final double RELATIVE = 1e-5; // of slots above 1

  static Stream<Golden.Case> cases() {
    return Golden.cases("optimizers.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weights_and_slots_are_those_of_keras(Golden.Case c) {
    JsonNode file = Golden.json("optimizers.json");
    float[] weights = Golden.floats(Golden.numbers(file.required("start")));
    JsonNode[] gradients = Golden.list(file.required("gradients"));
    Update update = Update.of(GoldenOptimizers.of(c), 4, 2);
    double rate = c.get("learning_rate").asDouble();
    for (int step = 0; step < gradients.length; step++) {
      float[] gradient = Golden.floats(Golden.numbers(gradients[step]));
      update.apply(weights, gradient, step < gradients.length / 2 ? rate : rate / 2, step + 1);
    }
    assertThat(Golden.doubles(weights))
        .containsExactly(c.numbers("weights"), within(KERAS_TOLERANCE));
    JsonNode slots = c.get("slots");
    assertThat(update.slots()).hasSize(slots.size());
    update.slots().forEach((name, slot) -> close(name, slot, slots.required(name)));
  }

  private static void close(String name, float[] slot, JsonNode expected) {
    double[] numbers = Golden.numbers(expected);
    assertThat(slot).as(name).hasSameSizeAs(numbers);
    for (int i = 0; i < slot.length; i++) {
      double tolerance = Math.max(KERAS_TOLERANCE, RELATIVE * Math.abs(numbers[i]));
      assertThat((double) slot[i]).as(name).isCloseTo(numbers[i], within(tolerance));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_state_has_the_order_of_keras_variables(Golden.Case c) {
    Map<String, Shape> weights = new LinkedHashMap<>();
    weights.put("w", Shape.of(4));
    weights.put("u", Shape.of(2));
    assertThat(
            OptimizerStates.shapes(GoldenOptimizers.of(c), weights).keySet().stream()
                .map(name -> name.replace('/', '_')))
        .containsExactlyElementsOf(
            Stream.of(Golden.list(c.get("order"))).map(JsonNode::asText).toList());
  }

  @Test
  void every_optimizer_has_golden_values() {
    assertThat(cases().map(c -> c.get("optimizer").asText()).collect(Collectors.toSet()))
        .isEqualTo(Optimizers.TYPES.keySet());
  }

  static Stream<Optimizer> optimizers() {
    return Optimizers.TYPES.values().stream();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_gradient_that_is_no_number_gives_a_weight_that_is_none(Optimizer optimizer) {
    float[] weights = {1, 1};
    Update.of(optimizer, 2).apply(weights, new float[] {Float.NaN, 1}, 0.01, 1);
    assertThat(weights[0]).isNaN();
    assertThat(weights[1]).isFinite();
  }

  static Stream<Optimizer> clipping() {
    return Stream.of(
        Optimizers.sgd().clipnorm(1),
        Optimizers.sgd().globalClipnorm(1),
        Optimizers.sgd().clipvalue(1));
  }

  @ParameterizedTest
  @MethodSource("clipping")
  void clipping_does_not_hide_what_is_no_number(Optimizer optimizer) {
    float[] weights = {1, 1};
    Update.of(optimizer, 2).apply(weights, new float[] {Float.NaN, 1}, 0.01, 1);
    assertThat(weights[0]).isNaN();
  }

  @ParameterizedTest
  @MethodSource("clipping")
  void a_gradient_of_zero_can_be_clipped(Optimizer optimizer) {
    float[] weights = {1, -2};
    Update.of(optimizer, 2).apply(weights, new float[2], 0.01, 1);
    assertThat(weights).containsExactly(1, -2);
  }

  @ParameterizedTest
  @MethodSource("clipping")
  void a_norm_too_large_for_single_precision_is_clipped(Optimizer optimizer) {
    float[] weights = {0, 0};
    Update.of(optimizer, 2).apply(weights, new float[] {3e38f, 3e38f}, 1, 1);
    assertThat(weights[0]).isBetween(-1f, -0.7f);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_learning_rate_of_zero_leaves_the_weights(Optimizer optimizer) {
    float[] weights = {1, -2};
    Update update = Update.of(optimizer, 2);
    for (int t = 1; t <= 3; t++) {
      update.apply(weights, new float[] {0.5f, 0}, 0, t);
    }
    assertThat(weights).containsExactly(1, -2);
  }

  @Test
  void ftrl_leaves_a_weight_that_never_had_a_gradient() {
    float[] weights = {1, -2};
    Update.of(Optimizers.ftrl().initialAccumulatorValue(0), 2)
        .apply(weights, new float[] {0, 1}, 0.01, 1);
    assertThat(weights[0]).isEqualTo(1);
    assertThat(weights[1]).isFinite();
  }

  @Test
  void a_variance_that_rounding_makes_negative_is_zero() {
    float[] weights = {0};
    Update update = Update.of(Optimizers.rmsprop().centered(true), 1);
    for (int t = 1; t <= 1000; t++) {
      update.apply(weights, new float[] {1000.3f}, 1e-9, t);
      assertThat(weights[0]).isFinite();
    }
  }
}
