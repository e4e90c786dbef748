package io.github.mnist4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void values_stand_behind_a_space_or_an_equals_sign() {
    Options options = Options.parse("--rounds", "3", "--steps=40", "--contestants=djl,dl4j");
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.steps()).isEqualTo(40);
    assertThat(options.contestants()).containsExactly("djl", "dl4j");
  }

  @Test
  void python_without_a_value_is_the_one_on_the_path() {
    assertThat(Options.parse("--python", "--quick").python()).isEqualTo("python3");
    assertThat(Options.parse("--python=/opt/python").python()).isEqualTo("/opt/python");
    assertThat(Options.parse().python()).isNull();
  }

  @Test
  void quick_changes_defaults_wherever_it_stands_and_nothing_that_was_given() {
    Options options = Options.parse("--rounds", "9", "--quick");
    assertThat(options.rounds()).isEqualTo(9);
    assertThat(options.steps()).isLessThan(Options.parse().steps());
  }

  @Test
  void larger_batches_have_fewer_steps_and_always_some() {
    Options options = Options.parse("--steps", "100");
    assertThat(options.steps(128)).isEqualTo(25);
    assertThat(Options.parse("--steps", "1").steps(512)).isEqualTo(2);
  }

  @Test
  void what_is_unknown_or_lacks_its_value_is_an_error_that_lists_the_options() {
    assertThatThrownBy(() -> Options.parse("--fast=1")).hasMessage(Options.HELP + ", got --fast");
    assertThatThrownBy(() -> Options.parse("--rounds"))
        .hasMessage(Options.HELP + ", got [--rounds]");
  }
}
