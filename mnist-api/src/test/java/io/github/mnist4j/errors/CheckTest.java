package io.github.mnist4j.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
  private static final String SEE =
      "\n  see:      https://mnist4j.github.io/troubleshooting#unknown-name";

  @Test
  void good_values_pass_through() {
    assertThat(Check.atLeast(1, 1, "Dense", "units")).isEqualTo(1);
    assertThat(Check.inHalfOpen(0, 1, 0, "Dropout", "rate")).isZero();
    assertThat(Check.positive(Double.MIN_VALUE, "Adam", "epsilon")).isPositive();
    assertThat(Check.notNegative(0, "fit", "rate")).isZero();
    assertThat(Check.notNull("x", "fit", "data")).isEqualTo("x");
    assertThat(Check.layerName("conv 1", "Conv2D")).isEqualTo("conv 1");
  }

  @Test
  void each_range_has_its_words() {
    assertThatThrownBy(() -> Check.atLeast(1, 0, "Dense", "units"))
        .hasMessage("Dense: units must be at least 1, got 0");
    assertThatThrownBy(() -> Check.inHalfOpen(0, 1, 1, "Dropout", "rate"))
        .hasMessage("Dropout: rate must be at least 0.0 and less than 1.0, got 1.0");
    assertThatThrownBy(() -> Check.positive(0, "Adam", "epsilon"))
        .hasMessage("Adam: epsilon must be positive and finite, got 0.0");
    assertThatThrownBy(() -> Check.notNegative(-1, "fit", "rate"))
        .hasMessage("fit: rate must be zero or more and finite, got -1.0");
    assertThatThrownBy(() -> Check.layerName("a/b", "Dense"))
        .hasMessage("Dense: name must not be empty nor contain '/', got 'a/b'");
  }

  @Test
  void nan_and_infinity_are_in_no_range() {
    assertThatThrownBy(() -> Check.inHalfOpen(0, 1, Double.NaN, "Dropout", "rate"))
        .hasMessageEndingWith("got NaN");
    assertThatThrownBy(() -> Check.positive(Double.NaN, "Adam", "epsilon"))
        .hasMessageEndingWith("got NaN");
    assertThatThrownBy(() -> Check.positive(Double.POSITIVE_INFINITY, "Adam", "epsilon"))
        .hasMessageEndingWith("got Infinity");
    assertThatThrownBy(() -> Check.notNegative(Double.NaN, "fit", "rate"))
        .hasMessageEndingWith("got NaN");
  }

  @Test
  void an_unknown_name_says_what_was_meant_and_what_there_is() {
    assertThat(Check.unknown("optimizer", "Adm", List.of("adam", "sgd")))
        .hasMessage(
            "unknown optimizer 'Adm'\n"
                + "  expected: one of adam, sgd\n"
                + "  fix:      did you mean 'adam'?"
                + SEE);
  }

  @Test
  void a_name_far_from_all_gets_no_guess() {
    assertThat(Check.unknown("optimizer", "xylophone", List.of("adam", "sgd")))
        .hasMessage("unknown optimizer 'xylophone'\n  expected: one of adam, sgd" + SEE);
  }

  @Test
  void upper_case_does_not_make_names_different() {
    assertThat(Check.unknown("weight", "HEAD/KERNEL", List.of("Head/kernel", "zz")))
        .hasMessageContaining("did you mean 'Head/kernel'?");
  }

  @Test
  void nothing_known_is_no_error_of_its_own() {
    assertThat(Check.unknown("score", "loss", List.of()))
        .hasMessage("unknown score 'loss'\n  expected: one of " + SEE);
  }
}
