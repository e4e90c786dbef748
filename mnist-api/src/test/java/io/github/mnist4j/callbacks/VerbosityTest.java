package io.github.mnist4j.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VerbosityTest {
  @Test
  void numbers_are_keras() {
    assertThat(Verbosity.of(0)).isEqualTo(Verbosity.SILENT);
    assertThat(Verbosity.of(1)).isEqualTo(Verbosity.BAR);
    assertThat(Verbosity.of(2)).isEqualTo(Verbosity.LINE);
  }

  @Test
  void there_are_no_others() {
    assertThatThrownBy(() -> Verbosity.of(3))
        .hasMessage("verbose: the number must be 0, 1 or 2, got 3");
    assertThatThrownBy(() -> Verbosity.of(-1))
        .hasMessage("verbose: the number must be at least 0, got -1");
  }
}
