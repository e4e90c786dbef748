package io.github.mnist4j.losses;

import static io.github.mnist4j.losses.Losses.binaryCrossentropy;
import static io.github.mnist4j.losses.Losses.binaryFocalCrossentropy;
import static io.github.mnist4j.losses.Losses.categoricalCrossentropy;
import static io.github.mnist4j.losses.Losses.categoricalFocalCrossentropy;
import static io.github.mnist4j.losses.Losses.huber;
import static io.github.mnist4j.losses.Losses.meanSquaredError;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.CompileException;
import io.github.mnist4j.layers.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossesTest {
  private static final String SEE =
      "\n  see:      https://mnist4j.github.io/troubleshooting#logits-or-probabilities";

  @ParameterizedTest
  @ValueSource(strings = {"mse", "MSE", "mean_squared_error", "MeanSquaredError"})
  void squares_have_four_names(String name) {
    assertThat(Losses.named(name)).isEqualTo(meanSquaredError());
  }

  @Test
  void cross_entropies_have_two_names_and_take_probabilities() {
    assertThat(Losses.named("sparse_categorical_crossentropy"))
        .isEqualTo(new SparseCategoricalCrossentropy(false, null));
    assertThat(Losses.named("CategoricalCrossentropy"))
        .isEqualTo(new CategoricalCrossentropy(false, 0));
  }

  @Test
  void an_unknown_name_says_what_was_meant() {
    assertThatThrownBy(() -> Losses.named("categorical_crossentrop"))
        .hasMessage(
            "unknown loss 'categorical_crossentrop'\n"
                + "  expected: one of bce, binary_crossentropy, binary_focal_crossentropy,"
                + " categorical_crossentropy, categorical_focal_crossentropy, categorical_hinge,"
                + " cosine_similarity, hinge, huber, kl_divergence, kld,"
                + " kullback_leibler_divergence, log_cosh, logcosh, mae, mape,"
                + " mean_absolute_error, mean_absolute_percentage_error, mean_squared_error,"
                + " mean_squared_logarithmic_error, mse, msle, poisson,"
                + " sparse_categorical_crossentropy, squared_hinge\n"
                + "  fix:      did you mean 'categorical_crossentropy'?\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#unknown-name");
  }

  @Test
  void probabilities_given_as_logits_are_refused() {
    assertThatThrownBy(
            () -> categoricalCrossentropy().fromLogits().requireOutput(Activation.softmax))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "the loss categorical_crossentropy from logits would apply softmax a second time\n"
                + "  expected: logits: a last layer without activation\n"
                + "  got:      probabilities: the last layer's activation is softmax\n"
                + "  fix:      take away .fromLogits(), or the last layer's activation"
                + SEE);
  }

  @Test
  void logits_given_as_probabilities_are_refused() {
    assertThatThrownBy(() -> sparseCategoricalCrossentropy().requireOutput(Activation.linear))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "the loss sparse_categorical_crossentropy would take the logarithm of what are no"
                + " probabilities\n"
                + "  expected: probabilities: a last layer with softmax\n"
                + "  got:      logits: the last layer's activation is linear\n"
                + "  fix:      write sparseCategoricalCrossentropy().fromLogits(), or give the last"
                + " layer softmax"
                + SEE);
  }

  @Test
  void what_fits_passes() {
    assertThatCode(
            () -> {
              sparseCategoricalCrossentropy().requireOutput(Activation.softmax);
              sparseCategoricalCrossentropy().fromLogits().requireOutput(Activation.linear);
              categoricalCrossentropy().requireOutput(Activation.sigmoid);
              meanSquaredError().requireOutput(Activation.tanh);
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "bce,BinaryCrossentropy",
    "BCE,BinaryCrossentropy",
    "mae,MeanAbsoluteError",
    "MAPE,MeanAbsolutePercentageError",
    "msle,MeanSquaredLogarithmicError",
    "kld,KLDivergence",
    "KLD,KLDivergence",
    "kullback_leibler_divergence,KLDivergence",
    "logcosh,LogCosh",
    "huber,Huber"
  })
  void short_names_are_keras(String name, String type) {
    assertThat(Losses.named(name)).isEqualTo(Losses.TYPES.get(type));
  }

  @Test
  void every_loss_has_the_names_of_its_class_and_of_its_function() {
    Losses.TYPES.forEach(
        (type, loss) -> {
          assertThat(loss.getClass().getSimpleName()).isEqualTo(type);
          assertThat(Losses.named(type)).isEqualTo(loss);
          assertThat(Losses.named(loss.name())).isEqualTo(loss);
        });
  }

  @Test
  void a_binary_loss_wants_a_sigmoid_once() {
    assertThatThrownBy(() -> binaryCrossentropy().fromLogits().requireOutput(Activation.sigmoid))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "the loss binary_crossentropy from logits would apply sigmoid a second time\n"
                + "  expected: logits: a last layer without activation\n"
                + "  got:      probabilities: the last layer's activation is sigmoid\n"
                + "  fix:      take away .fromLogits(), or the last layer's activation"
                + SEE);
    assertThatThrownBy(() -> binaryFocalCrossentropy().requireOutput(Activation.linear))
        .isInstanceOf(CompileException.class)
        .hasMessage(
            "the loss binary_focal_crossentropy would take the logarithm of what are no"
                + " probabilities\n"
                + "  expected: probabilities: a last layer with sigmoid\n"
                + "  got:      logits: the last layer's activation is linear\n"
                + "  fix:      write binaryFocalCrossentropy().fromLogits(), or give the last layer"
                + " sigmoid"
                + SEE);
    assertThatCode(() -> binaryCrossentropy().requireOutput(Activation.sparse_sigmoid))
        .doesNotThrowAnyException();
  }

  @Test
  void settings_out_of_range_are_refused() {
    assertThatThrownBy(() -> categoricalCrossentropy().labelSmoothing(1))
        .hasMessage(
            "CategoricalCrossentropy: labelSmoothing must be at least 0.0 and less than 1.0, got"
                + " 1.0");
    assertThatThrownBy(() -> huber(0))
        .hasMessage("Huber: delta must be positive and finite, got 0.0");
    assertThatThrownBy(() -> binaryFocalCrossentropy().gamma(-1))
        .hasMessage("BinaryFocalCrossentropy: gamma must be zero or more and finite, got -1.0");
    assertThatThrownBy(() -> binaryFocalCrossentropy().alpha(Double.NaN))
        .hasMessageContaining("BinaryFocalCrossentropy: alpha");
    assertThatThrownBy(() -> categoricalFocalCrossentropy().alpha(-1))
        .hasMessage(
            "CategoricalFocalCrossentropy: alpha must be zero or more and finite, got -1.0");
  }

  @Test
  void one_setting_changes_at_a_time() {
    assertThat(binaryFocalCrossentropy().gamma(1).alpha(0.5).applyClassBalancing(true).fromLogits())
        .isEqualTo(new BinaryFocalCrossentropy(true, 0, true, 0.5, 1));
    assertThat(categoricalFocalCrossentropy().labelSmoothing(0.5).alpha(1).gamma(3).fromLogits())
        .isEqualTo(new CategoricalFocalCrossentropy(true, 0.5, 1, 3));
    assertThat(sparseCategoricalCrossentropy().ignoreClass(-1).fromLogits())
        .isEqualTo(new SparseCategoricalCrossentropy(true, -1));
    assertThat(sparseCategoricalCrossentropy().ignoreClass(255).ignores(255)).isTrue();
    assertThat(sparseCategoricalCrossentropy().ignores(0)).isFalse();
  }
}
