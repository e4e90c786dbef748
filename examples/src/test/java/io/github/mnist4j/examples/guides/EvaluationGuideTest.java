package io.github.mnist4j.examples.guides;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.losses.Losses.meanSquaredError;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Report;
import io.github.mnist4j.Scores;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.evaluation.Calibration;
import io.github.mnist4j.evaluation.McNemar;
import io.github.mnist4j.evaluation.Mistake;
import io.github.mnist4j.evaluation.Predictions;
import io.github.mnist4j.plot.Plots;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationGuideTest {
  @TempDir private Path out;
  private final ImageDataset test = Mnist.load().test().take(500);
  private Model model;
  private History history;

  @BeforeEach
  void train() {
    model = network(32).compile(how(1));
    history = model.fit(Mnist.load().train().take(1000), epochs(3).verbose(0));
  }

  private static Sequential network(int units) {
    return Sequential.of(Input(28, 28, 1), Flatten(), Dense(units, relu), Dense(10));
  }

  private static CompileOptions how(long seed) {
    return CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())
        .seed(seed);
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void scores_and_classes() {
    // #region scores
    Scores scores = model.evaluate(test);
    double accuracy = scores.accuracy();
    double loss = scores.loss();
    System.out.print(scores.report());
    // #endregion scores
    assertThat(accuracy).isGreaterThan(0.6);
    assertThat(loss).isPositive();
    assertThat(scores.report().accuracy()).isEqualTo(accuracy);
    // #region matrix
    long foursAsNines = scores.report().matrix().count(4, 9);
    double recallOfEights = scores.report().row(8).recall();
    // #endregion matrix
    assertThat(foursAsNines).isNotNegative();
    assertThat(recallOfEights).isBetween(0.2, 1.0);
  }

  @Test
  void mistakes() {
    // #region mistakes
    Predictions predictions = Predictions.ofLogits(test.labels(), model.predict(test));
    List<Mistake> worst = predictions.mostConfidentMistakes(20);
    Plots.grid(
            worst.stream().map(mistake -> test.image(mistake.row())).toList(),
            worst.stream().map(m -> m.label() + " as " + m.predicted()).toList(),
            10)
        .write(out.resolve("mistakes.png"));
    Plots.confusion(predictions.confusion(), List.of()).write(out.resolve("confusion.png"));
    // #endregion mistakes
    assertThat(out.resolve("mistakes.png")).isNotEmptyFile();
    assertThat(worst).hasSize(20).allMatch(mistake -> mistake.label() != mistake.predicted());
    assertThat(worst.get(0).confidence()).isGreaterThanOrEqualTo(worst.get(19).confidence());

    // #region calibration
    Calibration calibration = Calibration.of(predictions);
    double error = calibration.expectedError();
    Plots.reliability(calibration).write(out.resolve("reliability.png"));
    // #endregion calibration
    assertThat(error).isBetween(0.0, 0.5);
    assertThat(calibration.samples()).isEqualTo(500);
  }

  @Test
  void two_models() {
    Model first = model;
    try (Model second = network(4).compile(how(2))) {
      second.fit(Mnist.load().train().take(1000), epochs(3).verbose(0));
      // #region mcnemar
      McNemar compared =
          McNemar.of(test.labels(), first.predict(test).argmax(), second.predict(test).argmax());
      System.out.println(compared.sentence("32 units", "4 units"));
      // #endregion mcnemar
      assertThat(compared.pValue()).isLessThan(McNemar.LEVEL);
      assertThat(compared.onlyFirst()).isGreaterThan(compared.onlySecond());
      assertThat(compared.samples()).isEqualTo(500);
      // #region report
      Report.of(history, model, test)
          .compareWith(second, "4 units")
          .write(out.resolve("report.html"));
      // #endregion report
      assertThat(out.resolve("report.html")).content().contains("4 units", "default-src 'none'");
    }
  }

  @Test
  void several_looks_make_one_answer() {
    // #region views
    List<Predictions> said = new ArrayList<>();
    Dataset moved = test.augmented(7, translation(0.04, 0.04), rotation(0.02));
    for (int view = 0; view < 8; view++) {
      said.add(Predictions.ofLogits(test.labels(), model.predict(moved.epoch(view))));
    }
    Predictions together = Predictions.mean(said);
    // #endregion views
    double alone = said.stream().mapToDouble(Predictions::accuracy).average().orElseThrow();
    assertThat(together.accuracy()).isGreaterThan(alone);
  }

  @Test
  void without_classes_there_is_no_report() {
    Dataset numbers =
        Dataset.of(Tensor.zeros(Shape.of(4, 2)), Tensor.of(Shape.of(4, 1), 1, 2, 3, 4.5f));
    try (Model line = Sequential.of(Dense(1)).compile(adam(), meanSquaredError())) {
      line.fit(numbers, epochs(1).verbose(0));
      Scores scores = line.evaluate(numbers);
      Pages.assertShown("evaluation.md", catchThrowable(scores::report).getMessage());
    }
  }
}
