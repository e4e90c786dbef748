package io.github.mnist4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationTest {
  @Test
  void names_are_keras_strings() {
    assertThat(Activation.named("swish")).isEqualTo(Activation.silu);
    assertThat(Activation.named("hard_swish")).isEqualTo(Activation.hard_silu);
    assertThat(Activation.named("log_softmax")).isEqualTo(Activation.log_softmax);
    assertThatThrownBy(() -> Activation.named("hard_sigmod"))
        .hasMessageContaining("did you mean 'hard_sigmoid'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "glu | it halves the last axis, and activations here leave a shape as it is",
        "sparsemax | Keras up to 3.15 computes it otherwise than later versions, and files do not"
            + " tell",
        "threshold | it needs two numbers, which a name has not; it fails in Keras' layers, too"
      })
  void what_is_left_out_says_why(String name, String why) {
    assertThatThrownBy(() -> Activation.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            the activation '%s' is left out: %s
              fix:      take another activation
              see:      https://mnist4j.github.io/troubleshooting#unknown-name"""
                .formatted(name, why));
  }
}
