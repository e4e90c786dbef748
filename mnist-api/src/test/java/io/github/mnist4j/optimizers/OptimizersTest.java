package io.github.mnist4j.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptimizersTest {
  @Test
  void defaults_are_keras() {
    assertThat(Optimizers.adam()).isEqualTo(new Adam(0.001, 0.9, 0.999, 1e-7));
    assertThat(Optimizers.sgd()).isEqualTo(new SGD(0.01, 0, false));
  }

  @Test
  void names_are_read_in_upper_and_lower_case() {
    assertThat(Optimizers.named("adam")).isEqualTo(Optimizers.adam());
    assertThat(Optimizers.named("Adam")).isEqualTo(Optimizers.adam());
    assertThat(Optimizers.named("SGD")).isEqualTo(Optimizers.sgd());
  }

  @Test
  void an_unknown_name_says_what_was_meant() {
    assertThatThrownBy(() -> Optimizers.named("Adamm"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown optimizer 'Adamm'\n"
                + "  expected: one of adam, sgd\n"
                + "  fix:      did you mean 'adam'?\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#unknown-name");
  }

  @Test
  void a_wither_changes_one_thing() {
    assertThat(Optimizers.adam().learningRate(0.1).beta1(0.8).beta2(0.9).epsilon(1e-3))
        .isEqualTo(new Adam(0.1, 0.8, 0.9, 1e-3));
    assertThat(Optimizers.sgd(0.1).momentum(0.9).nesterov(true).learningRate(0.2))
        .isEqualTo(new SGD(0.2, 0.9, true));
  }

  @Test
  void ranges_are_checked() {
    assertThatThrownBy(() -> Optimizers.adam(0))
        .hasMessage("Adam: learningRate must be positive and finite, got 0.0");
    assertThatThrownBy(() -> Optimizers.adam().beta1(1)).hasMessageStartingWith("Adam: beta1");
    assertThatThrownBy(() -> Optimizers.adam().beta2(-0.1)).hasMessageStartingWith("Adam: beta2");
    assertThatThrownBy(() -> Optimizers.adam().epsilon(0)).hasMessageStartingWith("Adam: epsilon");
    assertThatThrownBy(() -> Optimizers.sgd(Double.NaN))
        .hasMessageStartingWith("SGD: learningRate");
    assertThatThrownBy(() -> Optimizers.sgd().momentum(1.01))
        .hasMessageStartingWith("SGD: momentum");
    assertThat(Optimizers.sgd().momentum(1).momentum()).isEqualTo(1);
  }
}
