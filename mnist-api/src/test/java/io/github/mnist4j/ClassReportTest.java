package io.github.mnist4j;

import static io.github.mnist4j.callbacks.Verbosity.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.ConfusionMatrix;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.tensor.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassReportTest {
  private static final Shape THREE = Shape.of(3);
  private static final Shape ONE = Shape.of(1);

  /** Counts one batch without a network. */
  private static Scores counted(
      Loss loss, Shape target, Shape output, float[] y, float... outputs) {
    ClassCounter counter = new ClassCounter(loss, target, output);
    int size = y.length / target.size();
    counter.add(new Batch(size, ONE, target, new float[size], y), outputs);
    return counter.scores(Map.of("loss", 0.0));
  }

  private static void assertNone(Scores scores, String got) {
    assertThatThrownBy(scores::report)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "there is no report of classes\n"
                + "  expected: an evaluation whose targets are classes: numbers, or one-hot\n"
                + "  got:      "
                + got
                + "\n  fix:      look at the metrics: get(name)"
                + "\n  see:      "
                + Problem.SITE
                + "#no-report");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void an_evaluation_counts_what_predict_says(int batchSize) {
    Dataset data = Blobs.dataset(50, 1);
    try (Model model = TestModels.model()) {
      Scores scores = model.evaluate(data, batchSize, SILENT);
      ConfusionMatrix expected =
          ConfusionMatrix.of(3, Blobs.labels(50, 1), model.predict(data).argmax());
      assertThat(scores.report().matrix()).isEqualTo(expected);
      assertThat(scores.report().accuracy()).isEqualTo(scores.accuracy());
    }
  }

  @Test
  void one_hot_targets_are_classes() {
    Scores scores =
        counted(
            Losses.meanSquaredError(),
            THREE,
            THREE,
            new float[] {0, 1, 0, 0, 0, 1},
            new float[] {.1f, .8f, .1f, .6f, .2f, .2f});
    assertThat(scores.report().matrix())
        .isEqualTo(ConfusionMatrix.ofCounts(3, 0, 0, 0, 0, 1, 0, 1, 0, 0));
  }

  @Test
  void single_outputs_are_of_two_classes_by_what_the_loss_takes() {
    float[] y = {0, 1, 1};
    float[] output = {.3f, .4f, .6f};
    assertThat(counted(Losses.binaryCrossentropy(), Shape.scalar(), ONE, y, output).confusion())
        .isEqualTo(ConfusionMatrix.ofCounts(2, 1, 0, 1, 1));
    assertThat(counted(Losses.binaryCrossentropy().fromLogits(), ONE, ONE, y, output).confusion())
        .isEqualTo(ConfusionMatrix.ofCounts(2, 0, 1, 0, 2));
    assertThat(counted(Losses.hinge(), ONE, ONE, y, output).confusion())
        .isEqualTo(ConfusionMatrix.ofCounts(2, 0, 1, 0, 2));
  }

  @Test
  void places_count_each_and_what_the_loss_ignores_does_not() {
    Scores scores =
        counted(
            Losses.sparseCategoricalCrossentropy().fromLogits().ignoreClass(9),
            Shape.of(2),
            Shape.of(2, 2),
            new float[] {1, 9, 0, 0},
            new float[] {0, 1, 0, 1, 1, 0, 0, 1});
    assertThat(scores.report().matrix()).isEqualTo(ConfusionMatrix.ofCounts(2, 1, 1, 0, 1));
  }

  @Test
  void targets_that_are_no_classes_have_no_report() {
    Loss squares = Losses.meanSquaredError();
    assertNone(
        counted(squares, ONE, ONE, new float[] {0, 1, 0.5f}, 0, 0, 0), "target 0.5 in row 2");
    assertNone(
        counted(squares, THREE, THREE, new float[] {0, 1, 0, 1, 1, 0}, new float[6]),
        "a target that is not one-hot: 1 at class 1 in row 1");
    assertNone(
        counted(squares, THREE, THREE, new float[] {0, 0.25f, 0}, new float[3]),
        "a target that is not one-hot: 0.25 at class 1 in row 0");
    assertNone(
        counted(squares, THREE, THREE, new float[3], new float[3]),
        "a target that is not one-hot: no 1 in it in row 0");
    Loss own = Losses.custom("own", (y, output, gradient) -> 0);
    assertNone(
        counted(own, Shape.of(2), THREE, new float[] {0, 1}, new float[3]), "y of shape (n, 2)");
    assertNone(
        counted(own, Shape.scalar(), Shape.of(1001), new float[1], new float[1001]),
        "1001 classes: more than 1000");
    assertNone(new Scores(Map.of("loss", 0.5)), "scores that were not counted by class");
  }

  @Test
  void what_is_no_number_is_of_no_class() {
    Loss loss = Losses.sparseCategoricalCrossentropy();
    assertNone(
        counted(loss, Shape.scalar(), THREE, new float[] {2}, 0, Float.NaN, 0),
        "an output that is not a number in row 0");
  }
}
