package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Activations and gradients of inputs are Keras'; made by {@code golden/inside.py}. */
class InsideTest {
  private static final double KERAS_TOLERANCE = 1e-5; // absolute; the numbers are of order 1

  private final JsonNode golden = Golden.json("inside.json");
  private final Tensor x =
      Tensor.of(Shape.of(4, 6, 7, 2), Golden.floats(Golden.numbers(golden.required("x"))));
  private Model model;

  @BeforeEach
  void load() {
    Sequential network = Sequential.fromJson(golden.required("model").toString());
    model = network.compile(Optimizers.adam(), Losses.categoricalCrossentropy());
    JsonNode[] numbers = Golden.list(golden.required("weights"));
    Weights.Builder weights = Weights.builder();
    int next = 0;
    for (Map.Entry<String, Tensor> entry : model.weights().tensors().entrySet()) {
      Shape shape = entry.getValue().shape();
      weights.add(entry.getKey(), Tensor.of(shape, Golden.floats(Golden.numbers(numbers[next++]))));
    }
    model.load(weights.build());
  }

  @AfterEach
  void close() {
    model.close();
  }

  private static void assertClose(Tensor actual, JsonNode keras) {
    assertThat(Golden.doubles(actual.data()))
        .containsExactly(Golden.numbers(keras), within(KERAS_TOLERANCE));
  }

  @Test
  void activations_are_those_of_keras() {
    Map<String, JsonNode> all =
        golden.required("activations").properties().stream()
            .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(all).hasSize(8);
    all.forEach((layer, keras) -> assertClose(model.activations(x, layer), keras));
  }

  @Test
  void gradients_of_inputs_are_those_of_keras() {
    for (int chosen = 0; chosen < 3; chosen++) {
      assertClose(model.inputGradient(x, chosen), golden.required("gradients").get("" + chosen));
    }
  }

  @Test
  void each_sample_may_have_a_class_of_its_own_or_its_greatest() {
    int[] predicted = model.predict(x).argmax();
    Tensor slopes = model.inputGradient(x, predicted);
    assertThat(model.inputGradient(x)).isEqualTo(slopes);
    Tensor first = model.inputGradient(x.rows(0, 1), predicted[0]);
    assertThat(slopes.rows(0, 1).data()).containsExactly(first.data(), within(1e-6f));
  }

  @Test
  void classes_that_are_not_there_are_refused() {
    assertThatThrownBy(() -> model.inputGradient(x, 3))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "the network has no such output\n"
                + "  expected: a class from 0 to 2\n"
                + "  got:      class 3\n");
    assertThatThrownBy(() -> model.inputGradient(x, 1, 2))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith(
            "inputGradient takes a class for each sample, one for all, or none\n"
                + "  expected: none, 1 or 4 classes\n"
                + "  got:      2 classes\n");
    assertThatThrownBy(() -> model.activations(x, "conv"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown layer 'conv'");
  }
}
