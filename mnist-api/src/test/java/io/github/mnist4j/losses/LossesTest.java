package io.github.mnist4j.losses;

import static io.github.mnist4j.losses.Losses.categoricalCrossentropy;
import static io.github.mnist4j.losses.Losses.meanSquaredError;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.CompileException;
import io.github.mnist4j.layers.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        .isEqualTo(new SparseCategoricalCrossentropy(false));
    assertThat(Losses.named("CategoricalCrossentropy"))
        .isEqualTo(new CategoricalCrossentropy(false));
  }

  @Test
  void an_unknown_name_says_what_was_meant() {
    assertThatThrownBy(() -> Losses.named("categorical_crossentrop"))
        .hasMessage(
            "unknown loss 'categorical_crossentrop'\n"
                + "  expected: one of categorical_crossentropy, mean_squared_error, mse,"
                + " sparse_categorical_crossentropy\n"
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
}
