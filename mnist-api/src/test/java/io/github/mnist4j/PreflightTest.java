package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  private static final int SIZE = 300;
  private static final String SITE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  private final Model model = TestModels.model();
  private final Weights before = model.weights();

  /** After each error, the model is as it was and trains. */
  @AfterEach
  void the_model_is_still_usable() {
    assertThat(model.weights()).isEqualTo(before);
    assertThat(model.fit(Blobs.dataset(8, 1), epochs(1)).last("loss")).isPositive();
    model.close();
  }

  private static Dataset withLabel(int row, float label) {
    Tensor y = Blobs.dataset(SIZE, 1).y();
    y.data()[row] = label;
    return Dataset.of(Blobs.x(SIZE, 1), y);
  }

  private static Dataset withPixel(int row, float value) {
    Tensor x = Blobs.x(SIZE, 1);
    x.data()[row * 4 + 3] = value;
    return Dataset.of(x, Blobs.labels(SIZE, 1));
  }

  private void assertRefused(Dataset data, String message) {
    assertThatThrownBy(() -> model.fit(data, epochs(1)))
        .isInstanceOf(DataException.class)
        .hasMessage(message);
  }

  @Test
  void a_label_beyond_the_classes_is_found_in_its_row() {
    assertRefused(
        withLabel(290, 3),
        "a label of the training data is no class of the network\n"
            + "  expected: whole numbers from 0 to 2: the last layer has 3 outputs\n"
            + "  got:      label 3 in row 290\n"
            + "  fix:      count classes from 0, or give the last layer as many units as there are"
            + " classes"
            + SITE
            + "labels-out-of-range");
  }

  @Test
  void a_label_that_the_loss_ignores_is_none_that_is_missing() {
    CompileOptions options =
        CompileOptions.of(
                Optimizers.sgd(),
                Losses.sparseCategoricalCrossentropy().fromLogits().ignoreClass(3))
            .engine(new FakeEngine());
    try (Model ignoring = TestModels.network().compile(options)) {
      ignoring.fit(withLabel(290, 3), epochs(0));
      assertThatThrownBy(() -> ignoring.fit(withLabel(290, 4), epochs(0)))
          .hasMessageContaining("got:      label 4 in row 290\n");
    }
  }

  @Test
  void negative_and_fractional_labels_are_no_classes() {
    assertThatThrownBy(() -> model.fit(withLabel(0, -1), epochs(1)))
        .hasMessageContaining("got:      label -1 in row 0\n");
    assertThatThrownBy(() -> model.fit(withLabel(7, 1.5f), epochs(1)))
        .hasMessageContaining("got:      label 1.5 in row 7\n");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void numbers_that_are_not_finite_are_found_in_their_row(float value) {
    assertRefused(
        withPixel(270, value),
        "the training data has a number that is not finite\n"
            + "  expected: finite numbers\n"
            + "  got:      "
            + value
            + " in x, row 270\n"
            + "  fix:      take the row out, or mend it"
            + SITE
            + "not-finite");
    assertThatThrownBy(() -> model.fit(withLabel(299, value), epochs(1)))
        .hasMessageContaining("got:      " + value + " in y, row 299\n");
  }

  @Test
  void an_empty_set_is_refused() {
    assertRefused(
        Blobs.dataset(0, 1),
        "the training data is empty\n  expected: at least one sample\n  got:      none"
            + SITE
            + "empty-data");
  }

  @Test
  void validation_data_is_checked_before_the_first_step() {
    assertThatThrownBy(
            () -> model.fit(Blobs.dataset(8, 1), epochs(1).validationData(withLabel(1, 9))))
        .hasMessageContaining("a label of the validation data is no class of the network")
        .hasMessageContaining("got:      label 9 in row 1\n");
  }

  @Test
  void evaluation_checks_too() {
    assertThatThrownBy(() -> model.evaluate(withPixel(1, Float.NaN)))
        .hasMessageContaining("the data has a number that is not finite");
  }

  @Test
  void targets_that_do_not_fit_are_refused() {
    Dataset oneHot = Dataset.of(Blobs.x(4, 1), Tensor.zeros(Shape.of(4, 3)));
    assertThatThrownBy(() -> model.fit(oneHot, epochs(1)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("use categoricalCrossentropy()");
  }

  @Test
  void targets_that_are_no_classes_may_be_any_finite_numbers() {
    CompileOptions options =
        CompileOptions.of(Optimizers.sgd(), Losses.meanSquaredError())
            .engine(new FakeEngine())
            .seed(1);
    try (Model squares = Sequential.of(Layers.Dense(1)).compile(options)) {
      Dataset data = Dataset.of(Tensor.zeros(Shape.of(2, 1)), Tensor.of(Shape.of(2), -3.5f, 700));
      assertThat(squares.fit(data, epochs(1)).last("loss")).isPositive();
    }
  }
}
