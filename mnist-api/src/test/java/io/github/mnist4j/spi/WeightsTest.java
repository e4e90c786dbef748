package io.github.mnist4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final String SEE =
      "\n  fix:      load weights that were saved from the same network"
          + "\n  see:      https://mnist4j.github.io/troubleshooting#weights-do-not-fit";

  private final Weights weights =
      Weights.builder()
          .add("dense/kernel", Tensor.of(Shape.of(2, 1), 1, 2))
          .add("dense/bias", Tensor.of(Shape.of(1), 3))
          .build();

  @Test
  void tensors_come_in_the_order_they_were_added() {
    assertThat(weights.tensors().keySet()).containsExactly("dense/kernel", "dense/bias");
    assertThat(weights).hasToString("weights dense/kernel(2, 1) dense/bias(1,)");
  }

  @Test
  void the_map_cannot_be_changed() {
    assertThatThrownBy(() -> weights.tensors().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_name_comes_once() {
    Weights.Builder builder = Weights.builder().add("a", Tensor.zeros(Shape.of(1)));
    assertThatThrownBy(() -> builder.add("a", Tensor.zeros(Shape.of(1))))
        .hasMessage("Weights: there are two of the name 'a'");
  }

  @Test
  void an_unknown_name_says_which_was_meant() {
    assertThatThrownBy(() -> weights.get("dense/kernal"))
        .hasMessage(
            "unknown weight 'dense/kernal'\n"
                + "  expected: one of dense/kernel, dense/bias\n"
                + "  fix:      did you mean 'dense/kernel'?\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#unknown-name");
  }

  @Test
  void equal_are_those_of_the_same_names_order_and_numbers() {
    Weights same =
        Weights.builder()
            .add("dense/kernel", Tensor.of(Shape.of(2, 1), 1, 2))
            .add("dense/bias", Tensor.of(Shape.of(1), 3))
            .build();
    Weights turned =
        Weights.builder()
            .add("dense/bias", Tensor.of(Shape.of(1), 3))
            .add("dense/kernel", Tensor.of(Shape.of(2, 1), 1, 2))
            .build();
    assertThat(weights).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(turned);
  }

  @Test
  void missing_and_unknown_names_are_listed() {
    Map<String, Shape> wanted = Map.of("dense/gamma", Shape.of(1));
    assertThatThrownBy(() -> weights.requireShapes(wanted))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "weights are not those of this network\n"
                + "  expected: dense/gamma\n"
                + "  got:      dense/kernel, dense/bias; missing dense/gamma;"
                + " unknown dense/kernel, dense/bias"
                + SEE);
  }

  @Test
  void another_shape_is_told() {
    Map<String, Shape> wanted = Map.of("dense/kernel", Shape.of(1, 2), "dense/bias", Shape.of(1));
    assertThatThrownBy(() -> weights.requireShapes(wanted))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "weight 'dense/kernel' has another shape in this network\n"
                + "  expected: (1, 2)\n"
                + "  got:      (2, 1)"
                + SEE);
  }
}
