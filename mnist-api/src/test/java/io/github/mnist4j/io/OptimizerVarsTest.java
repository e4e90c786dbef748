package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptimizerVarsTest {
  private static final Weights FRESH =
      Weights.builder()
          .add("iteration", Tensor.of(Shape.scalar(), 0))
          .add("accumulator", Tensor.of(Shape.of(2), 0.1f, 0.1f))
          .build();

  @Test
  void a_model_that_keras_saved_untrained_starts_afresh() {
    assertThat(new OptimizerVars(0, 0.5f, List.of()).state(FRESH, "a file")).isEqualTo(FRESH);
  }

  @Test
  void a_model_that_was_trained_must_have_all_slots() {
    assertThatThrownBy(() -> new OptimizerVars(3, 0.5f, List.of()).state(FRESH, "a file"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith("a file has not the state of this optimizer")
        .hasMessageContaining("expected: 1 slots")
        .hasMessageContaining("got:      0 slots");
  }
}
