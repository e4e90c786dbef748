package io.github.mnist4j.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class DrawsTest {
  @Test
  void a_matrix_has_its_rows_and_columns_as_fans() {
    assertThat(Draws.fanIn(Shape.of(784, 64))).isEqualTo(784);
    assertThat(Draws.fanOut(Shape.of(784, 64))).isEqualTo(64);
    assertThat(Draws.fanAverage(Shape.of(784, 64))).isEqualTo(424);
  }

  @Test
  void a_kernel_has_channels_times_window() {
    assertThat(Draws.fanIn(Shape.of(3, 5, 32, 64))).isEqualTo(480);
    assertThat(Draws.fanOut(Shape.of(3, 5, 32, 64))).isEqualTo(960);
  }

  @Test
  void a_vector_has_its_length_as_both() {
    assertThat(Draws.fanIn(Shape.of(7))).isEqualTo(7);
    assertThat(Draws.fanOut(Shape.of(7))).isEqualTo(7);
    assertThat(Draws.fanIn(Shape.scalar())).isEqualTo(1);
  }
}
