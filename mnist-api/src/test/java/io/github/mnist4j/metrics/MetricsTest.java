package io.github.mnist4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Shape TWO = Shape.of(2);
  private static final String SEE =
      "\n  see:      https://mnist4j.github.io/troubleshooting#targets-do-not-fit";

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
                + "  expected: one of acc, accuracy, auc, bce, binary_accuracy,"
                + " binary_crossentropy, categorical_accuracy, categorical_crossentropy,"
                + " categorical_hinge, cosine_similarity, f1_score, f_beta_score, fbeta_score,"
                + " hinge, kl_divergence, kld, log_cosh_error, logcosh, mae, mape,"
                + " mean_absolute_error, mean_absolute_percentage_error, mean_squared_error,"
                + " mean_squared_logarithmic_error, mse, msle, poisson, precision, recall,"
                + " root_mean_squared_error, sparse_categorical_accuracy,"
                + " sparse_categorical_crossentropy, sparse_top_k_categorical_accuracy,"
                + " squared_hinge, top_k_categorical_accuracy\n"
                + "  fix:      did you mean 'accuracy'?\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#unknown-name");
  }

  @Test
  void every_metric_has_the_names_of_its_class_and_of_its_function() {
    Metrics.TYPES.forEach(
        (type, metric) -> {
          assertThat(Metrics.named(type)).isEqualTo(metric);
          assertThat(Metrics.named(metric.name())).isEqualTo(metric);
        });
    assertThat(Metrics.named("mse")).isEqualTo(new LossMetric(Losses.meanSquaredError(), "mse"));
    assertThat(Metrics.named("MAE")).isEqualTo(new LossMetric(Losses.meanAbsoluteError(), "MAE"));
    assertThat(Metrics.named("log_cosh_error"))
        .isEqualTo(new LossMetric(Losses.logCosh(), "log_cosh_error"));
  }

  @Test
  void a_metric_of_ones_own_is_a_mean_over_samples() {
    Metric own = Metrics.custom("own", (y, output) -> y[0] + 10 * output[0] + 100 * output[1]);
    assertThat(own.name()).isEqualTo("own");
    Accumulator count = own.start(Shape.scalar(), TWO);
    assertThat(count.result()).isZero();
    count.add(2, new float[] {1, 2, 99}, new float[] {1, 0, 0, 1, 99, 99});
    count.add(1, new float[] {3}, new float[] {0, 0});
    assertThat(count.result()).isEqualTo((11 + 102 + 3) / 3.0);
  }

  @Test
  void a_loss_of_ones_own_has_a_mean() {
    Metric mean =
        Metrics.mean(
            Losses.custom(
                "own",
                (y, output, gradient) -> {
                  gradient[1] = 1;
                  return y[0] - output[1];
                }));
    assertThat(counted(mean, Shape.scalar(), TWO, new float[] {5}, new float[] {1, 2}))
        .isEqualTo(3);
    assertThat(mean.name()).isEqualTo("own");
  }

  @Test
  void means_of_losses_that_are_no_metrics_in_keras() {
    float[] y = {1, 0};
    float[] output = {0.25f, 3};
    assertThat(counted(Metrics.mean(Losses.huber()), TWO, TWO, y, output))
        .isEqualTo((0.75 * 0.75 / 2 + 2.5) / 2);
    double half = Math.log(2);
    float[] even = {0.5f, 0.5f};
    assertThat(counted(Metrics.mean(Losses.binaryFocalCrossentropy()), TWO, TWO, y, even))
        .isCloseTo(half / 4, within(1e-12));
    assertThat(counted(Metrics.mean(Losses.categoricalFocalCrossentropy()), TWO, TWO, y, even))
        .isCloseTo(half / 16, within(1e-12));
  }

  @Test
  void what_is_no_number_is_seen() {
    float[] output = {Float.NaN, 0.5f};
    float[] y = {0, 1};
    for (Metric metric : Metrics.TYPES.values()) {
      if (!metric.name().endsWith("accuracy") && !metric.name().startsWith("sparse")) {
        assertThat(counted(metric, TWO, TWO, y, output)).as(metric.name()).isNaN();
      }
    }
    assertThat(
            counted(
                Metrics.named("sparse_categorical_crossentropy"),
                Shape.scalar(),
                TWO,
                new float[] {1},
                output))
        .isNaN();
  }

  @Test
  void shapes_that_do_not_fit_say_so() {
    assertThatThrownBy(() -> Metrics.precision().start(Shape.scalar(), TWO))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "targets or outputs do not fit the metric precision\n"
                + "  expected: targets of the output's shape, y of shape (n, 2)\n"
                + "  got:      y of shape (n,)\n"
                + "  fix:      give each sample a target of shape (2,)"
                + SEE);
    assertThatThrownBy(() -> Metrics.recall().classId(2).start(TWO, TWO))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "targets or outputs do not fit the metric recall\n"
                + "  expected: at least 3 classes, as classId says\n"
                + "  got:      2 classes"
                + SEE);
    Shape places = Shape.of(2, 2);
    assertThatThrownBy(() -> Metrics.f1Score().start(places, places))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "targets or outputs do not fit the metric f1_score\n"
                + "  expected: outputs of one number a class, of shape (n, classes)\n"
                + "  got:      (n, 2, 2)"
                + SEE);
  }

  @Test
  void settings_out_of_range_are_refused() {
    assertThatThrownBy(() -> Metrics.topKCategoricalAccuracy(0))
        .hasMessage("TopKCategoricalAccuracy: k must be at least 1, got 0");
    assertThatThrownBy(() -> Metrics.precision().topK(0))
        .hasMessage("Precision: topK must be at least 1, got 0");
    assertThatThrownBy(() -> Metrics.recall().threshold(1.5))
        .hasMessageStartingWith("Recall: threshold must be at least 0.0 and less than 1.0");
    assertThatThrownBy(() -> Metrics.f1Score().threshold(0.0))
        .hasMessage("F1Score: threshold must be positive and finite, got 0.0");
    assertThatThrownBy(() -> Metrics.fBetaScore().beta(0))
        .hasMessage("FBetaScore: beta must be positive and finite, got 0.0");
    assertThatThrownBy(() -> Metrics.auc().numThresholds(1))
        .hasMessage("AUC: numThresholds must be at least 2, got 1");
  }
}
