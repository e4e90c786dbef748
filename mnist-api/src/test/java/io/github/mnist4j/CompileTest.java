package io.github.mnist4j;

import static io.github.mnist4j.layers.Activation.softmax;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.CompileException;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileTest {
  private final Sequential logits = Sequential.of(Layers.Flatten(), Layers.Dense(3));
  private final Sequential probabilities = Sequential.of(Layers.Dense(3, softmax));

  @TempDir Path folder;

  private CompileOptions compiled(Sequential network, String loss) {
    return ClassPath.withEngines(
        folder,
        () -> {
          try (Model model = network.compile("Adam", loss, "accuracy")) {
            return model.options();
          }
        },
        FakeEngine.class);
  }

  @Test
  void names_are_those_of_the_factories() {
    CompileOptions options = compiled(logits, "mse");
    assertThat(options.optimizer()).isEqualTo(Optimizers.adam());
    assertThat(options.loss()).isEqualTo(Losses.meanSquaredError());
    assertThat(options.metrics()).containsExactly(Metrics.accuracy());
  }

  @Test
  void a_named_cross_entropy_takes_what_the_last_layer_gives() {
    String name = "sparse_categorical_crossentropy";
    assertThat(((CrossEntropy) compiled(logits, name).loss()).logits()).isTrue();
    assertThat(((CrossEntropy) compiled(probabilities, name).loss()).logits()).isFalse();
  }

  @Test
  void layers_that_pass_on_do_not_count_as_the_last() {
    Sequential network =
        Sequential.of(Layers.Dense(3, softmax), Layers.Flatten(), Layers.Flatten());
    assertThat(((CrossEntropy) compiled(network, "categorical_crossentropy").loss()).logits())
        .isFalse();
  }

  @Test
  void an_activation_as_a_layer_counts_as_the_last() {
    Sequential network = Sequential.of(Layers.Dense(3), Layers.Activation(softmax));
    assertThatThrownBy(
            () ->
                network.compile(
                    Optimizers.adam(), Losses.sparseCategoricalCrossentropy().fromLogits()))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("would apply softmax a second time");
  }

  @Test
  void typed_losses_are_taken_at_their_word() {
    assertThatThrownBy(
            () -> logits.compile(Optimizers.adam(), Losses.sparseCategoricalCrossentropy()))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("write sparseCategoricalCrossentropy().fromLogits()");
  }

  @Test
  void the_mean_of_a_cross_entropy_takes_what_the_last_layer_gives() {
    assertThatThrownBy(
            () ->
                logits.compile(
                    Optimizers.adam(),
                    Losses.meanSquaredError(),
                    Metrics.mean(Losses.categoricalCrossentropy())))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("write categoricalCrossentropy().fromLogits()");
    CompileOptions named =
        ClassPath.withEngines(
            folder,
            () -> {
              try (Model model = logits.compile("sgd", "mse", "categorical_crossentropy", "mae")) {
                return model.options();
              }
            },
            FakeEngine.class);
    assertThat(named.metrics())
        .containsExactly(
            Metrics.mean(Losses.categoricalCrossentropy().fromLogits()),
            Metrics.mean(Losses.meanAbsoluteError()).name("mae"));
  }

  @Test
  void relu_outputs_are_no_probabilities() {
    Sequential network = Sequential.of(Layers.Dense(3, Activation.relu));
    assertThatThrownBy(() -> network.compile("adam", "categorical_crossentropy"))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("the last layer's activation is relu");
  }

  @Test
  void an_unknown_name_says_what_was_meant() {
    assertThatThrownBy(() -> logits.compile("adan", "mse"))
        .hasMessageContaining("unknown optimizer 'adan'")
        .hasMessageContaining("did you mean 'adam'?");
    assertThatThrownBy(() -> logits.compile("adam", "mes"))
        .hasMessageContaining("unknown loss 'mes'");
    assertThatThrownBy(() -> logits.compile("adam", "mse", "accurracy"))
        .hasMessageContaining("did you mean 'accuracy'?");
  }
}
