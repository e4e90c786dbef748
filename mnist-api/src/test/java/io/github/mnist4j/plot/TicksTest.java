package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void steps_are_one_two_or_five_times_a_power_of_ten() {
    assertThat(Ticks.of(0, 1, 5).labels())
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(Ticks.of(0.013, 0.26, 6).values()).containsExactly(0.05, 0.1, 0.15, 0.2, 0.25);
    assertThat(Ticks.of(-12.4, 11.9, 6).labels()).containsExactly("−10", "−5", "0", "5", "10");
    assertThat(Ticks.of(0, 100, 6).labels()).containsExactly("0", "20", "40", "60", "80", "100");
  }

  @Test
  void a_step_of_ten_has_no_decimal_too_many() {
    assertThat(Ticks.of(0, 0.48, 6).labels()).containsExactly("0.0", "0.1", "0.2", "0.3", "0.4");
  }

  @Test
  void values_are_exact_decimals() {
    assertThat(Ticks.of(0, 0.7, 7).values())
        .containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
  }

  @Test
  void whole_ticks_have_no_halves() {
    assertThat(Ticks.whole(1, 3, 12).labels()).containsExactly("1", "2", "3");
    assertThat(Ticks.whole(1, 1, 12).labels()).containsExactly("1");
    assertThat(Ticks.whole(1, 20, 12).values()).startsWith(2.0, 4.0).endsWith(20.0);
  }

  @Test
  void very_small_and_very_large_numbers_have_exponents() {
    assertThat(Ticks.of(0, 3e-7, 4).labels()).containsExactly("0", "1e−07", "2e−07", "3e−07");
    assertThat(Ticks.of(0, 2e7, 4).labels())
        .containsExactly("0", "5.0e+06", "1.0e+07", "1.5e+07", "2.0e+07");
  }

  @Test
  void an_axis_has_an_extent_whatever_the_values() {
    assertThat(Axis.around(new double[] {2, 2})).isEqualTo(new Axis(1.8, 2.2, 0, 1));
    assertThat(Axis.around(new double[] {0})).isEqualTo(new Axis(-1, 1, 0, 1));
    assertThat(Axis.around(new double[] {Double.NaN})).isEqualTo(new Axis(0, 1, 0, 1));
    assertThat(Axis.around(new double[] {Double.MIN_VALUE, -Double.MIN_VALUE}).high()).isEqualTo(1);
    assertThat(Axis.around(new double[] {0, 100})).isEqualTo(new Axis(-5, 105, 0, 1));
  }
}
