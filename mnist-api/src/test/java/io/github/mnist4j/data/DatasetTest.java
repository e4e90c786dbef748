package io.github.mnist4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private static final String SITE = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  private final Dataset data =
      Dataset.of(Tensor.of(Shape.of(4, 2), 0, 1, 10, 11, 20, 21, 30, 31), 5, 6, 7, 8);

  @Test
  void a_set_of_class_numbers_has_single_targets() {
    assertThat(data.size()).isEqualTo(4);
    assertThat(data.xShape()).isEqualTo(Shape.of(2));
    assertThat(data.yShape()).isEqualTo(Shape.scalar());
    assertThat(data.y()).isEqualTo(Tensor.of(Shape.of(4), 5, 6, 7, 8));
  }

  @Test
  void fill_copies_the_rows_it_is_asked_for() {
    float[] x = new float[6];
    float[] y = new float[3];
    data.fill(new int[] {9, 3, 1, 9}, 1, 3, x, y);
    assertThat(x).containsExactly(30, 31, 10, 11, 0, 0);
    assertThat(y).containsExactly(8, 6, 0);
  }

  @Test
  void x_and_y_are_copies() {
    data.x().data()[0] = 99;
    data.y().data()[0] = 99;
    assertThat(data.x().at(0, 0)).isZero();
    assertThat(data.y().at(0)).isEqualTo(5);
  }

  @Test
  void views_read_through_each_other() {
    Dataset view = data.range(1, 4).rows(2, 0, 2).scaled(0.5).reshaped(Shape.of(2, 1));
    assertThat(view.x()).isEqualTo(Tensor.of(Shape.of(3, 2, 1), 15, 15.5f, 5, 5.5f, 15, 15.5f));
    assertThat(view.y()).isEqualTo(Tensor.of(Shape.of(3), 8, 6, 8));
  }

  private static float[] weights(Dataset data) {
    float[] weights = new float[data.size()];
    data.fillWeights(IntStream.range(0, data.size()).toArray(), 0, data.size(), weights);
    return weights;
  }

  @Test
  void views_pass_weights_on() {
    Dataset weighted = data.weighted(1, 2, 3, 4);
    Dataset view = weighted.range(1, 4).rows(2, 0, 2).scaled(0.5).reshaped(Shape.of(2, 1));
    assertThat(view.isWeighted()).isTrue();
    assertThat(weights(view)).containsExactly(4, 2, 4);
    assertThat(weights(weighted.weighted(5, 6, 7, 8))).containsExactly(5, 6, 7, 8);
    assertThat(weighted.x()).isEqualTo(data.x());
    assertThat(weighted.y()).isEqualTo(data.y());
    float[] filled = new float[3];
    weighted.fillWeights(new int[] {9, 3, 1, 9}, 1, 3, filled);
    assertThat(filled).containsExactly(4, 2, 0);
  }

  @Test
  void without_weights_all_count_alike() {
    assertThat(data.scaled(2).isWeighted()).isFalse();
    assertThat(weights(data.take(2))).containsExactly(1, 1);
  }

  @Test
  void weights_are_one_a_sample_and_finite() {
    assertThatThrownBy(() -> data.weighted(1, 2, 3))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "samples and weights are not of the same number\n"
                + "  expected: a weight for each of 4 samples\n"
                + "  got:      3 weights"
                + SITE
                + "rows-differ");
    assertThatThrownBy(() -> data.weighted(1, 2, Float.NaN, 4))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a sample's weight is not finite\n"
                + "  expected: finite numbers\n"
                + "  got:      NaN for row 2\n"
                + "  fix:      to leave a sample out, give it the weight 0"
                + SITE
                + "not-finite");
  }

  @Test
  void take_takes_what_there_is() {
    assertThat(data.take(3).size()).isEqualTo(3);
    assertThat(data.take(9).size()).isEqualTo(4);
    assertThat(data.take(0).x().shape()).isEqualTo(Shape.of(0, 2));
  }

  @Test
  void shuffled_has_each_row_once_in_the_seeds_order() {
    Dataset many = Dataset.of(Tensor.zeros(Shape.of(50, 1)), IntStream.range(0, 50).toArray());
    float[] order = many.shuffled(1).y().data();
    assertThat(many.shuffled(1).y().data()).isEqualTo(order);
    assertThat(many.shuffled(2).y().data()).isNotEqualTo(order);
    Arrays.sort(order);
    assertThat(order).isEqualTo(many.y().data());
  }

  @Test
  void y_of_many_rows_comes_in_order() {
    int[] labels = IntStream.range(0, 600).toArray();
    Dataset many = Dataset.of(Tensor.zeros(Shape.of(600, 1)), labels).scaled(1);
    assertThat(many.y().at(599)).isEqualTo(599);
    assertThat(many.y().at(256)).isEqualTo(256);
  }

  @Test
  void x_and_y_must_have_as_many_rows() {
    assertThatThrownBy(() -> Dataset.of(Tensor.zeros(Shape.of(3, 2)), 1, 2))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "x and y are not of the same number of samples\n"
                + "  expected: as many rows in y as in x\n"
                + "  got:      x of shape (3, 2), y of shape (2,)"
                + SITE
                + "rows-differ");
  }

  @Test
  void rows_that_are_not_there_are_refused() {
    assertThatThrownBy(() -> data.range(2, 5))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a data set has no such rows\n"
                + "  expected: 0 <= from <= to <= 4\n"
                + "  got:      from 2, to 5"
                + SITE
                + "no-such-rows");
    assertThatThrownBy(() -> data.rows(0, 4))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a data set has no such row\n"
                + "  expected: rows from 0 to 3\n"
                + "  got:      row 4"
                + SITE
                + "no-such-rows");
  }

  @Test
  void a_shape_of_another_size_is_refused() {
    assertThatThrownBy(() -> data.reshaped(Shape.of(3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "samples cannot take the shape (3,)\n"
                + "  expected: a shape of 2 elements, as (2,) has\n"
                + "  got:      (3,), 3 elements"
                + SITE
                + "reshape");
  }
}
