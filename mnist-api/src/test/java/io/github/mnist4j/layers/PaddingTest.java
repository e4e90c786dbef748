package io.github.mnist4j.layers;

import static io.github.mnist4j.layers.Padding.SAME;
import static io.github.mnist4j.layers.Padding.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddingTest {
  /** Counted by hand, by moving a window over a strip of paper. */
  @ParameterizedTest
  @CsvSource({
    "28, 3, 1, 26, 28",
    "28, 3, 2, 13, 14",
    "28, 5, 1, 24, 28",
    "26, 2, 2, 13, 13",
    "11, 2, 2, 5, 6",
    "5, 5, 1, 1, 5",
    "5, 6, 1, 0, 5",
    "7, 3, 3, 2, 3",
    "1, 1, 1, 1, 1",
    "10, 1, 4, 3, 3",
    "1, 7, 9, 0, 1"
  })
  void places_are_those_of_the_table(int size, int window, int stride, int valid, int same) {
    assertThat(VALID.places(size, window, stride)).isEqualTo(valid);
    assertThat(SAME.places(size, window, stride)).isEqualTo(same);
  }

  @Test
  void places_are_those_of_a_window_that_is_moved() {
    for (int size = 1; size <= 12; size++) {
      for (int window = 1; window <= 6; window++) {
        for (int stride = 1; stride <= 5; stride++) {
          int inside = 0;
          int starts = 0;
          for (int at = 0; at < size; at += stride) {
            starts++;
            inside += at + window <= size ? 1 : 0;
          }
          assertThat(VALID.places(size, window, stride)).isEqualTo(inside);
          assertThat(SAME.places(size, window, stride)).isEqualTo(starts);
        }
      }
    }
  }

  @Test
  void a_huge_step_makes_one_place() {
    assertThat(SAME.places(28, 3, Integer.MAX_VALUE)).isEqualTo(1);
    assertThat(VALID.places(28, 3, Integer.MAX_VALUE)).isEqualTo(1);
  }
}
