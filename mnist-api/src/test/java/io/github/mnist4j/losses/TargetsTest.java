package io.github.mnist4j.losses;

import static io.github.mnist4j.losses.Losses.categoricalCrossentropy;
import static io.github.mnist4j.losses.Losses.meanSquaredError;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class TargetsTest {
  private static final Shape CLASSES = Shape.of(10);
  private static final String SEE =
      "\n  see:      https://mnist4j.github.io/troubleshooting#targets-do-not-fit";

  @Test
  void class_numbers_fit_the_sparse_loss() {
    assertThatCode(
            () -> {
              sparseCategoricalCrossentropy().requireTargets(Shape.scalar(), CLASSES);
              sparseCategoricalCrossentropy().requireTargets(Shape.of(1), CLASSES);
              sparseCategoricalCrossentropy().requireTargets(Shape.of(28), Shape.of(28, 10));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void one_hot_targets_do_not_fit_the_sparse_loss() {
    assertThatThrownBy(() -> sparseCategoricalCrossentropy().requireTargets(CLASSES, CLASSES))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "targets do not fit the loss sparse_categorical_crossentropy\n"
                + "  expected: class numbers: one number for each (10,) of the output, y of shape"
                + " (n,)\n"
                + "  got:      y of shape (n, 10)\n"
                + "  fix:      use categoricalCrossentropy() for targets of one number a class"
                + SEE);
  }

  @Test
  void class_numbers_do_not_fit_the_dense_loss() {
    assertThatThrownBy(() -> categoricalCrossentropy().requireTargets(Shape.scalar(), CLASSES))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "targets do not fit the loss categorical_crossentropy\n"
                + "  expected: targets of the output's shape, y of shape (n, 10)\n"
                + "  got:      y of shape (n,)\n"
                + "  fix:      use sparseCategoricalCrossentropy() for class numbers"
                + SEE);
  }

  @Test
  void squares_want_the_outputs_shape() {
    assertThatThrownBy(() -> meanSquaredError().requireTargets(Shape.of(2), Shape.of(3)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "targets do not fit the loss mean_squared_error\n"
                + "  expected: targets of the output's shape, y of shape (n, 3)\n"
                + "  got:      y of shape (n, 2)\n"
                + "  fix:      give each sample a target of shape (3,)"
                + SEE);
  }

  @Test
  void a_single_number_fits_one_output() {
    assertThatCode(() -> meanSquaredError().requireTargets(Shape.scalar(), Shape.of(1)))
        .doesNotThrowAnyException();
  }
}
