package io.github.mnist4j.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.tensor.RandomStream;
import org.junit.jupiter.api.Test;

/** The expected texts are CPython's. */
class PythonNumbersTest {
  @Test
  void repr_is_the_shortest_that_reads_the_same() {
    assertThat(PythonNumbers.repr(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(PythonNumbers.repr(2e-3)).isEqualTo("0.002");
    assertThat(PythonNumbers.repr(0.0009999999776482583)).isEqualTo("0.0009999999776482583");
    assertThat(PythonNumbers.repr(2.2250738585072014E-308)).isEqualTo("2.2250738585072014e-308");
    assertThat(PythonNumbers.repr(2e23)).isEqualTo("2e+23");
    assertThat(PythonNumbers.repr(100)).isEqualTo("100.0");
    assertThat(PythonNumbers.repr(1e15)).isEqualTo("1000000000000000.0");
    assertThat(PythonNumbers.repr(1e16)).isEqualTo("1e+16");
    assertThat(PythonNumbers.repr(1e-4)).isEqualTo("0.0001");
    assertThat(PythonNumbers.repr(1e-5)).isEqualTo("1e-05");
    assertThat(PythonNumbers.repr(-1.5e-7)).isEqualTo("-1.5e-07");
    assertThat(PythonNumbers.repr(-0.0)).isEqualTo("-0.0");
    assertThat(PythonNumbers.repr(Double.NaN)).isEqualTo("nan");
    assertThat(PythonNumbers.repr(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
  }

  @Test
  void repr_reads_back_as_the_same_number() {
    RandomStream random = RandomStream.of(1);
    for (int i = 0; i < 2000; i++) {
      double value = Math.exp((random.uniformDouble(i) - 0.5) * 1400);
      assertThat(Double.parseDouble(PythonNumbers.repr(value))).isEqualTo(value);
      assertThat(PythonNumbers.repr(value).length())
          .isLessThanOrEqualTo(Double.toString(value).length() + 2);
    }
  }

  @Test
  void fixed_rounds_the_exact_value_and_halves_to_even() {
    assertThat(PythonNumbers.fixed(0.15, 1)).isEqualTo("0.1");
    assertThat(PythonNumbers.fixed(2.5, 0)).isEqualTo("2");
    assertThat(PythonNumbers.fixed(0.125, 2)).isEqualTo("0.12");
    assertThat(PythonNumbers.fixed(1e22, 1)).isEqualTo("10000000000000000000000.0");
    assertThat(PythonNumbers.fixed(-1e-9, 3)).isEqualTo("-0.000");
    assertThat(PythonNumbers.fixed(Double.POSITIVE_INFINITY, 5)).isEqualTo("inf");
  }

  @Test
  void scientific_has_two_digits_of_exponent() {
    assertThat(PythonNumbers.scientific(0, 3)).isEqualTo("0.000e+00");
    assertThat(PythonNumbers.scientific(999.96, 3)).isEqualTo("1.000e+03");
    assertThat(PythonNumbers.scientific(-1.25e-120, 1)).isEqualTo("-1.3e-120");
    assertThat(PythonNumbers.scientific(Double.NaN, 1)).isEqualTo("nan");
  }
}
