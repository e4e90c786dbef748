package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Which networks a report is of: those that tell one class a sample. */
class ReportKindsTest {
  private static final double ROUNDED = 1e-6;

  private final Dataset three = Blobs.dataset(40, 2);
  private final Dataset two = Dataset.of(Blobs.x(40, 2), twoLabels());

  private static int[] twoLabels() {
    int[] labels = Blobs.labels(40, 2);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = labels[i] == 0 ? 0 : 1;
    }
    return labels;
  }

  private static Model model(int units, Activation last, Loss loss) {
    return Sequential.of(Layers.Flatten(), Layers.Dense(units, last))
        .build(Blobs.SAMPLE)
        .compile(CompileOptions.of(Optimizers.sgd(), loss).engine(new FakeEngine()).seed(7));
  }

  private static void assertRefused(Model model, Dataset data, String got) {
    try (model) {
      assertThatThrownBy(() -> Report.of(model, data))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "there is no report of what is no classification\n"
                  + "  expected: one class a sample, a number or one-hot, and probabilities: a"
                  + " cross-entropy, or a last layer with softmax or sigmoid\n"
                  + "  got:      "
                  + got
                  + "\n  fix:      look at the metrics: model.evaluate(…)\n"
                  + "  see:      "
                  + Problem.SITE
                  + "#no-report");
    }
  }

  private static void assertProbabilities(
      Model model, Dataset data, DoubleUnaryOperator ofClassOne) {
    try (model) {
      Report report = Report.of(model, data);
      Tensor outputs = model.predict(data);
      for (int i = 0; i < data.size(); i++) {
        assertThat(report.predictions().probability(i, 1))
            .isCloseTo(ofClassOne.applyAsDouble(outputs.at(i, 0)), within(ROUNDED));
      }
      assertThat(report.scores().report().matrix())
          .isEqualTo(model.evaluate(data, 32, Verbosity.SILENT).report().matrix());
      ReportPages.requireBalanced(report.toHtml());
    }
  }

  @Test
  void one_output_is_of_two_classes() {
    assertProbabilities(model(1, Activation.sigmoid, Losses.binaryCrossentropy()), two, p -> p);
    assertProbabilities(
        model(1, Activation.linear, Losses.binaryCrossentropy().fromLogits()),
        two,
        z -> 1 / (1 + Math.exp(-z)));
    assertProbabilities(model(1, Activation.sigmoid, Losses.meanSquaredError()), two, p -> p);
  }

  @Test
  void probabilities_behind_softmax_are_taken_as_they_are() {
    for (Loss loss : new Loss[] {Losses.categoricalCrossentropy(), Losses.meanSquaredError()}) {
      try (Model model = model(3, Activation.softmax, loss)) {
        Report report = Report.of(model, three.oneHot(3));
        assertThat(report.predictions().labels()).isEqualTo(Blobs.labels(40, 2));
        float expected = model.predict(three).at(5, 2);
        assertThat(report.predictions().probability(5, 2)).isCloseTo(expected, within(ROUNDED));
      }
    }
  }

  @Test
  void logits_that_have_a_sigmoid_each_are_made_to_sum_to_one() {
    Loss loss = Losses.binaryCrossentropy().fromLogits();
    try (Model model = model(3, Activation.linear, loss)) {
      Report report = Report.of(model, three.oneHot(3));
      double sum = 0;
      for (int j = 0; j < 3; j++) {
        sum += 1 / (1 + Math.exp(-model.predict(three).at(4, j)));
      }
      double expected = 1 / (1 + Math.exp(-model.predict(three).at(4, 1))) / sum;
      assertThat(report.predictions().probability(4, 1)).isCloseTo(expected, within(ROUNDED));
    }
  }

  @Test
  void samples_that_are_no_images_are_a_table() {
    try (Model model =
        Sequential.of(Layers.Dense(3)).build(Shape.of(4)).compile(TestModels.options())) {
      String html = Report.of(model, three.reshaped(Shape.of(4))).toHtml();
      assertThat(html).doesNotContain("<figcaption>");
      assertThat(ReportPages.text(html)).contains("row true class taken for confidence");
      ReportPages.requireBalanced(html);
    }
  }

  @Test
  void large_images_are_thinned_out_and_colours_kept() {
    Dataset large =
        Dataset.generate(
            3,
            Shape.of(300, 200, 3),
            Shape.scalar(),
            (row, x, y) -> {
              x[0] = 1;
              y[0] = 2 - row;
            });
    try (Model model =
        Sequential.of(Layers.Flatten(), Layers.Dense(3))
            .build(Shape.of(300, 200, 3))
            .compile(TestModels.options())) {
      String html = Report.of(model, large).toHtml();
      assertThat(html).contains("An image of 67 × 100 pixels.").doesNotContain("class=\"grey\"");
    }
  }

  @Test
  void what_is_no_classification_is_refused() {
    assertRefused(
        model(3, Activation.linear, Losses.meanSquaredError()),
        three.oneHot(3),
        "the loss mean_squared_error behind a last layer with linear");
    assertRefused(
        model(1, Activation.sigmoid, Losses.meanSquaredError()),
        Dataset.of(Blobs.x(2, 1), Tensor.of(Shape.of(2), 1, .5f)),
        "target 0.5 in row 1");
    assertRefused(
        model(3, Activation.softmax, Losses.categoricalCrossentropy()),
        Dataset.of(Blobs.x(1, 1), Tensor.of(Shape.of(1, 3), .5f, .5f, 0)),
        "a target that is not one-hot: 0.5 at class 0 in row 0");
    assertRefused(
        model(
            3,
            Activation.linear,
            Losses.sparseCategoricalCrossentropy().fromLogits().ignoreClass(9)),
        Dataset.of(Blobs.x(2, 1), 1, 9),
        "target 9 in row 1, which the loss ignores");
    Model places = Sequential.of(Layers.Dense(3)).build(Blobs.SAMPLE).compile(TestModels.options());
    assertRefused(
        places,
        Dataset.of(Blobs.x(2, 1), Tensor.zeros(Shape.of(2, 2))),
        "an output of shape (2, 3)");
    assertRefused(
        model(1001, Activation.linear, Losses.sparseCategoricalCrossentropy().fromLogits()),
        three,
        "1001 classes: more than 1000");
  }

  @Test
  void a_closed_model_and_other_shapes_are_refused_as_by_evaluate() {
    Model closed = TestModels.model();
    closed.close();
    assertThatThrownBy(() -> Report.of(closed, three))
        .hasMessageStartingWith("the model is closed");
    try (Model model = TestModels.model()) {
      assertThatThrownBy(() -> Report.of(model, three.take(0)))
          .hasMessageStartingWith("the data is empty");
      Report report = Report.of(model, three);
      try (Model other =
          model(2, Activation.linear, Losses.sparseCategoricalCrossentropy().fromLogits())) {
        assertThatThrownBy(() -> report.compareWith(other, "other"))
            .hasMessageStartingWith("a label of the data is no class of the network");
      }
    }
  }
}
