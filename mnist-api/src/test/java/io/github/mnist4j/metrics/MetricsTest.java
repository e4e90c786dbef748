package io.github.mnist4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Shape TWO = Shape.of(2);

  @Test
  void class_numbers_are_compared_with_the_greatest_output() {
    Accumulator count = Metrics.sparseCategoricalAccuracy().start(Shape.scalar(), TWO);
    count.add(3, new float[] {0, 1, 1}, new float[] {.9f, .1f, .3f, .7f, .6f, .4f});
    assertThat(count.result()).isEqualTo(2 / 3.0);
  }

  @Test
  void one_hot_targets_are_compared_at_their_greatest() {
    Accumulator count = Metrics.categoricalAccuracy().start(TWO, TWO);
    count.add(2, new float[] {1, 0, 0, 1}, new float[] {.9f, .1f, .8f, .2f});
    assertThat(count.result()).isEqualTo(0.5);
  }

  @Test
  void single_outputs_are_compared_at_one_half() {
    Accumulator count = Metrics.binaryAccuracy().start(Shape.scalar(), Shape.of(1));
    count.add(4, new float[] {1, 0, 1, 1}, new float[] {.6f, .5f, .5f, 2});
    assertThat(count.result()).isEqualTo(0.75);
  }

  @Test
  void batches_count_by_their_samples_and_longer_arrays_do_not_matter() {
    Accumulator count = Metrics.sparseCategoricalAccuracy().start(Shape.scalar(), TWO);
    assertThat(count.result()).isZero();
    count.add(3, new float[] {0, 0, 0, 9}, new float[] {1, 0, 1, 0, 1, 0, 7, 7, 7, 7});
    count.add(1, new float[] {1}, new float[] {1, 0});
    assertThat(count.result()).isEqualTo(0.75);
  }

  @Test
  void accuracy_is_resolved_by_the_shapes_alone() {
    Metric accuracy = Metrics.accuracy();
    float[] output = {.2f, .8f};
    assertThat(counted(accuracy, Shape.scalar(), TWO, new float[] {1}, output)).isEqualTo(1);
    assertThat(counted(accuracy, Shape.of(1), TWO, new float[] {1}, output)).isEqualTo(1);
    assertThat(counted(accuracy, TWO, TWO, new float[] {0, 1}, output)).isEqualTo(1);
    assertThat(counted(accuracy, Shape.scalar(), Shape.of(1), new float[] {0}, output))
        .isEqualTo(1);
    assertThat(counted(accuracy, Shape.of(1), Shape.of(1), new float[] {1}, output)).isZero();
  }

  private static double counted(
      Metric metric, Shape target, Shape shape, float[] y, float[] output) {
    Accumulator count = metric.start(target, shape);
    count.add(1, y, output);
    return count.result();
  }

  @Test
  void targets_that_cannot_be_compared_are_refused() {
    assertThatThrownBy(() -> Metrics.accuracy().start(Shape.of(3), TWO))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> Metrics.sparseCategoricalAccuracy().start(TWO, TWO))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> Metrics.binaryAccuracy().start(Shape.scalar(), TWO))
        .isInstanceOf(DataException.class);
  }

  @Test
  void names_are_keras_functions_and_classes() {
    assertThat(Metrics.named("accuracy")).isEqualTo(new Accuracy("accuracy"));
    assertThat(Metrics.named("acc")).isEqualTo(new Accuracy("acc"));
    assertThat(Metrics.named("BinaryAccuracy")).isEqualTo(Metrics.binaryAccuracy());
    assertThat(Metrics.named("sparse_categorical_accuracy"))
        .isEqualTo(Metrics.sparseCategoricalAccuracy());
  }

  @Test
  void an_unknown_name_says_what_was_meant() {
    assertThatThrownBy(() -> Metrics.named("acuracy"))
        .hasMessage(
            "unknown metric 'acuracy'\n"
                + "  expected: one of acc, accuracy, binary_accuracy, categorical_accuracy,"
                + " sparse_categorical_accuracy\n"
                + "  fix:      did you mean 'accuracy'?\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#unknown-name");
  }
}
