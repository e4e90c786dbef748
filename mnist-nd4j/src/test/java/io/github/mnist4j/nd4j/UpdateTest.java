package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.optimizers.Adam;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.optimizers.SGD;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty steps give Keras' own weights and slots; made by {@code golden/optimizers.py}. */
class UpdateTest {
  private static final double KERAS_TOLERANCE = 1e-5; // absolute; the weights are of order 1

  static Stream<Golden.Case> cases() {
    return Golden.cases("optimizers.json");
  }

  private static Optimizer optimizer(Golden.Case c) {
    JsonNode config = c.get("config");
    Optimizer optimizer = Optimizers.TYPES.get(c.get("optimizer").asText());
    if (optimizer instanceof SGD sgd) {
      return sgd.momentum(config.required("momentum").asDouble())
          .nesterov(config.required("nesterov").asBoolean());
    }
    return ((Adam) optimizer)
        .beta1(config.required("beta_1").asDouble())
        .beta2(config.required("beta_2").asDouble())
        .epsilon(config.required("epsilon").asDouble());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void weights_and_slots_are_those_of_keras(Golden.Case c) {
    JsonNode file = Golden.json("optimizers.json");
    float[] weights = Golden.floats(Golden.numbers(file.required("start")));
    JsonNode[] gradients = Golden.list(file.required("gradients"));
    Update update = Update.of(optimizer(c), weights.length);
    double rate = c.get("learning_rate").asDouble();
    for (int step = 0; step < gradients.length; step++) {
      float[] gradient = Golden.floats(Golden.numbers(gradients[step]));
      update.apply(weights, gradient, step < gradients.length / 2 ? rate : rate / 2, step + 1);
    }
    assertThat(Golden.doubles(weights))
        .containsExactly(c.numbers("weights"), within(KERAS_TOLERANCE));
    JsonNode slots = c.get("slots");
    assertThat(update.slots()).hasSize(slots.size());
    update
        .slots()
        .forEach(
            (name, slot) ->
                assertThat(Golden.doubles(slot))
                    .as(name)
                    .containsExactly(
                        Golden.numbers(slots.required(name)), within(KERAS_TOLERANCE)));
  }
}
