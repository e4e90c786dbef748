package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Float16Test {
  @ParameterizedTest
  @CsvSource({
    "0, 0x0000",
    "-0.0, 0x8000",
    "1, 0x3c00",
    "-2, 0xc000",
    "65504, 0x7bff",
    "65519.99, 0x7bff",
    "0.333333333, 0x3555",
    "0x1p-14, 0x0400",
    "0x1p-24, 0x0001",
    "0x1p-25, 0x0000",
    "0x1.8p-25, 0x0001",
    "0x1.ff8p-15, 0x03ff",
    "0x1.ffcp-15, 0x0400",
    "0x1.002p0, 0x3c00",
    "0x1.006p0, 0x3c02"
  })
  void numbers_are_rounded_to_the_nearest_and_to_even(String value, String half) {
    assertThat(Float16.of(Float.parseFloat(value)))
        .isEqualTo((short) Integer.decode(half).intValue());
  }

  @Test
  void every_finite_half_comes_back() {
    for (int half = 0; half < 0x10000; half++) {
      if ((half & 0x7c00) != 0x7c00) {
        assertThat(Float16.of(Float16.toFloat((short) half))).isEqualTo((short) half);
      }
    }
  }

  @Test
  void infinities_and_nan_are_read() {
    assertThat(Float16.toFloat((short) 0x7c00)).isInfinite().isPositive();
    assertThat(Float16.toFloat((short) 0xfc00)).isInfinite().isNegative();
    assertThat(Float16.toFloat((short) 0x7e00)).isNaN();
  }
}
