package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.spi.StepResult;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static Batch batch(int size) {
    return new Batch(size, Shape.of(1), Shape.scalar(), new float[size], new float[size]);
  }

  @Test
  void a_batch_counts_by_its_samples() {
    Tally tally = new Tally(List.of(), Shape.scalar(), Shape.of(2));
    tally.add(batch(3), new StepResult(1, new float[6]));
    tally.add(batch(1), new StepResult(5, new float[2]));
    assertThat(tally.logs().get("loss")).isCloseTo(2, within(1e-12));
  }

  @Test
  void names_come_in_the_alphabets_order() {
    Tally tally =
        new Tally(
            List.of(Metrics.sparseCategoricalAccuracy(), Metrics.accuracy()),
            Shape.scalar(),
            Shape.of(2));
    assertThat(tally.logs().keySet())
        .containsExactly("accuracy", "loss", "sparse_categorical_accuracy");
  }

  @Test
  void the_first_weight_that_is_not_finite_is_named() {
    Weights weights =
        Weights.builder()
            .add("a/kernel", Tensor.of(Shape.of(2), 1, -20))
            .add("b/kernel", Tensor.of(Shape.of(2), 3, Float.NaN))
            .build();
    assertThat(NonFinite.describe(weights))
        .isEqualTo("weight 'b/kernel' is the first that is not finite");
  }

  @Test
  void where_all_are_finite_the_largest_is_named() {
    Weights weights = Weights.builder().add("a/kernel", Tensor.of(Shape.of(2), 1, -20)).build();
    assertThat(NonFinite.describe(weights))
        .isEqualTo("weights finite, the largest 20.0 in 'a/kernel': the outputs overflowed");
  }

  @Test
  void a_metric_of_several_numbers_has_a_log_of_each() {
    Tally tally = new Tally(List.of(Metrics.f1Score()), Shape.of(2), Shape.of(2));
    Batch batch = new Batch(1, Shape.of(1), Shape.of(2), new float[1], new float[] {0, 1});
    tally.add(batch, new StepResult(0, new float[] {0.25f, 0.75f}));
    assertThat(tally.logs().keySet()).containsExactly("f1_score_0", "f1_score_1", "loss");
    assertThat(tally.logs().get("f1_score_0")).isZero();
    assertThat(tally.logs().get("f1_score_1")).isCloseTo(1, within(1e-6));
  }
}
