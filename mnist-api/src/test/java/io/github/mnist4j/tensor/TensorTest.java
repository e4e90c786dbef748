package io.github.mnist4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ShapeException;
import org.junit.jupiter.api.Test;

class TensorTest {
  private final Tensor x = Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 6, 5);

  @Test
  void elements_lie_row_by_row() {
    assertThat(x.at(0, 2)).isEqualTo(3);
    assertThat(x.at(1, 0)).isEqualTo(4);
    assertThat(x.size()).isEqualTo(6);
  }

  @Test
  void wrong_indices_are_refused() {
    assertThatThrownBy(() -> x.at(1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("a tensor of shape (2, 3) takes 2 indices, got 1");
    assertThatThrownBy(() -> x.at(0, 3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("index [0, 3] is outside shape (2, 3)");
    assertThatThrownBy(() -> x.at(-1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void an_array_must_fill_its_shape() {
    assertThatThrownBy(() -> Tensor.of(Shape.of(2, 2), 1, 2, 3))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "a tensor's array does not fill its shape\n"
                + "  expected: 4 numbers for shape (2, 2)\n"
                + "  got:      3 numbers\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#tensor-size");
  }

  @Test
  void rows_are_copies() {
    Tensor row = x.row(1);
    assertThat(row).isEqualTo(Tensor.of(Shape.of(3), 4, 6, 5));
    row.data()[0] = 9;
    assertThat(x.at(1, 0)).isEqualTo(4);
    assertThat(x.rows(1, 1).shape()).isEqualTo(Shape.of(0, 3));
  }

  @Test
  void rows_that_are_not_there_are_refused() {
    assertThatThrownBy(() -> x.rows(1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("rows 1 to 3 are not in a tensor of shape (2, 3)");
    assertThatThrownBy(() -> x.rows(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Tensor.zeros(Shape.scalar()).row(0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void reshaping_shares_the_numbers() {
    Tensor other = x.reshape(Shape.of(3, 2));
    other.data()[0] = 7;
    assertThat(x.at(0, 0)).isEqualTo(7);
    assertThatThrownBy(() -> x.reshape(Shape.of(5))).isInstanceOf(ShapeException.class);
  }

  @Test
  void argmax_goes_along_the_last_axis_and_takes_the_first_of_equals() {
    assertThat(x.argmax()).containsExactly(2, 1);
    assertThat(Tensor.of(Shape.of(3), 5, 1, 5).argmax()).containsExactly(0);
    assertThat(Tensor.zeros(Shape.of(0, 3)).argmax()).isEmpty();
  }

  @Test
  void equal_are_those_of_the_same_shape_and_numbers() {
    assertThat(x).isEqualTo(Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 6, 5));
    assertThat(x).hasSameHashCodeAs(Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 6, 5));
    assertThat(x).isNotEqualTo(x.reshape(Shape.of(3, 2)));
  }

  @Test
  void prints_its_first_numbers() {
    assertThat(x.row(0)).hasToString("(3,) [1.0, 2.0, 3.0]");
    assertThat(Tensor.zeros(Shape.of(11)).toString()).endsWith("0.0, …]");
  }
}
