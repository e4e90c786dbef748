package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Activation;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionsTest {
  private static final double H = 1e-6;

  /** Those that are no functions of one number, or have operations of their own. */
  private static final Set<Activation> ELSEWHERE =
      EnumSet.of(
          Activation.linear,
          Activation.relu,
          Activation.sigmoid,
          Activation.tanh,
          Activation.softmax,
          Activation.log_softmax);

  @ParameterizedTest
  @EnumSource
  void every_activation_is_either_here_or_an_operation(Activation activation) {
    assertThat(Functions.has(activation)).isEqualTo(!ELSEWHERE.contains(activation));
  }

  @ParameterizedTest
  @EnumSource
  void slopes_are_those_of_the_values(Activation activation) {
    if (Functions.has(activation)) {
      Functions.Function f = Functions.of(activation);
      for (double x = -7.035; x < 7; x += 0.11) { // meets no kink
        double slope = (f.value().applyAsDouble(x + H) - f.value().applyAsDouble(x - H)) / (2 * H);
        assertThat(f.slope().applyAsDouble(x))
            .as("at %s", x)
            .isCloseTo(slope, within(1e-7 * Math.max(1, Math.abs(slope))));
      }
    }
  }

  /** Values of the normal distribution from the tables of Abramowitz and Stegun, 26.1. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "0.5, 0.691462461274013",
    "1, 0.841344746068543",
    "2, 0.977249868051821",
    "3, 0.998650101968370",
    "10, 1",
    "-10, 0"
  })
  void the_normal_distribution_is_that_of_the_tables(double x, double expected) {
    assertThat(Functions.normal(x)).isCloseTo(expected, within(1e-14));
  }

  @Test
  void nothing_overflows_far_from_zero() {
    for (Activation activation : Activation.values()) {
      if (Functions.has(activation) && activation != Activation.exponential) {
        for (double x : new double[] {-1e30, -1e4, 1e4, 1e30}) {
          assertThat(Functions.of(activation).value().applyAsDouble(x)).isFinite();
          assertThat(Functions.of(activation).slope().applyAsDouble(x)).isFinite();
        }
      }
    }
  }
}
