package io.github.mnist4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class GeneratedDatasetTest {
  private final Dataset data =
      Dataset.generate(
          5,
          Shape.of(2, 2),
          Shape.of(2),
          (row, x, y) -> {
            x[row % 4] = row + 1;
            y[row % 2] = -row;
          });

  @Test
  void rows_are_made_when_asked_for() {
    assertThat(data.size()).isEqualTo(5);
    float[] x = new float[9];
    float[] y = new float[5];
    data.fill(new int[] {4, 0, 3}, 1, 3, x, y);
    assertThat(x).containsExactly(1, 0, 0, 0, 0, 0, 0, 4, 0);
    assertThat(y).containsExactly(0, 0, 0, -3, 0);
  }

  @Test
  void arrays_are_empty_before_each_row() {
    assertThat(data.x().data())
        .containsExactly(1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 5, 0, 0, 0);
  }

  @Test
  void it_has_views_like_any_other() {
    Dataset view = data.range(2, 5).scaled(0.5).reshaped(Shape.of(4));
    assertThat(view.x().data()).containsExactly(0, 0, 1.5f, 0, 0, 0, 0, 2, 2.5f, 0, 0, 0);
  }

  @Test
  void what_it_is_made_of_is_checked() {
    assertThatThrownBy(() -> Dataset.generate(-1, Shape.of(1), Shape.scalar(), (row, x, y) -> {}))
        .hasMessage("Dataset.generate: size must be at least 0, got -1");
  }
}
