package io.github.mnist4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void prints_as_python_does() {
    assertThat(Shape.of(28, 28, 1)).hasToString("(28, 28, 1)");
    assertThat(Shape.of(10)).hasToString("(10,)");
    assertThat(Shape.scalar()).hasToString("()");
  }

  @Test
  void prints_a_batch_as_keras_does() {
    assertThat(Shape.of(28, 28, 1).toBatchString()).isEqualTo("(None, 28, 28, 1)");
    assertThat(Shape.of(10).toBatchString()).isEqualTo("(None, 10)");
    assertThat(Shape.scalar().toBatchString()).isEqualTo("(None,)");
  }

  @Test
  void size_is_the_product() {
    assertThat(Shape.of(28, 28, 3).size()).isEqualTo(2352);
    assertThat(Shape.of(0, 5).size()).isZero();
    assertThat(Shape.scalar().size()).isEqualTo(1);
  }

  @Test
  void axes_count_from_either_end() {
    Shape shape = Shape.of(2, 3, 4);
    assertThat(shape.dim(0)).isEqualTo(2);
    assertThat(shape.dim(-1)).isEqualTo(4);
    assertThat(shape.rank()).isEqualTo(3);
    assertThatThrownBy(() -> shape.dim(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> shape.dim(-4)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void a_first_axis_comes_and_goes() {
    assertThat(Shape.of(3).prepend(2)).isEqualTo(Shape.of(2, 3));
    assertThat(Shape.of(2, 3).withoutFirst()).isEqualTo(Shape.of(3));
    assertThat(Shape.of(2).withoutFirst()).isEqualTo(Shape.scalar());
  }

  @Test
  void keeps_no_array_of_the_caller() {
    int[] dims = {2, 3};
    Shape shape = Shape.of(dims);
    dims[0] = 9;
    shape.toArray()[1] = 9;
    assertThat(shape).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
    assertThat(shape).isNotEqualTo(Shape.of(3, 2));
  }

  @Test
  void negative_sizes_are_refused() {
    assertThatThrownBy(() -> Shape.of(2, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Shape: each size must be at least 0, got -1");
  }

  @Test
  void more_than_an_array_holds_is_refused() {
    assertThatThrownBy(() -> Shape.of(65536, 32768))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Shape: [65536, 32768] has more elements than a Java array can hold");
    assertThat(Shape.of(Integer.MAX_VALUE).size()).isEqualTo(Integer.MAX_VALUE);
  }
}
