package io.github.mnist4j.data;

import static io.github.mnist4j.augmentations.Augmentations.brightness;
import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.erasing;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentedDatasetTest {
  private static final int SIZE = 24;

  private final Dataset plain = plain();
  private final Dataset data =
      plain.augmented(42, translation(0.2, 0.2), elastic(20, 3), erasing(), rotation(0.1));

  private static Dataset plain() {
    Tensor x = Tensor.zeros(Shape.of(SIZE, 12, 10, 1));
    for (int i = 0; i < x.data().length; i++) {
      x.data()[i] = RandomStream.of(3).uniform(i);
    }
    return Dataset.of(x, IntStream.range(0, SIZE).map(i -> i % 4).toArray());
  }

  private static float[] row(Dataset data, int row) {
    float[] x = new float[data.xShape().size()];
    data.fill(new int[] {row}, 0, 1, x, new float[data.yShape().size()]);
    return x;
  }

  @Test
  void targets_shapes_and_weights_stay() {
    assertThat(data.size()).isEqualTo(SIZE);
    assertThat(data.xShape()).isEqualTo(plain.xShape());
    assertThat(data.y()).isEqualTo(plain.y());
    assertThat(data.isWeighted()).isFalse();
    float[] weights = new float[SIZE];
    weights[2] = 7;
    float[] filled = new float[1];
    Dataset weighted = plain.weighted(weights).augmented(1, rotation(0.1));
    weighted.fillWeights(new int[] {2}, 0, 1, filled);
    assertThat(weighted.isWeighted()).isTrue();
    assertThat(filled).containsExactly(7);
  }

  @Test
  void an_image_is_the_same_within_an_epoch_and_another_in_the_next() {
    assertThat(row(data, 5)).isEqualTo(row(data, 5)).isEqualTo(row(data.epoch(0), 5));
    assertThat(row(data.epoch(1), 5)).isEqualTo(row(data.epoch(1), 5)).isNotEqualTo(row(data, 5));
    assertThat(row(data.epoch(1).epoch(0), 5)).isEqualTo(row(data, 5));
  }

  @Test
  void the_seed_decides() {
    Dataset same = plain.augmented(42, rotation(0.1));
    assertThat(same.x()).isEqualTo(plain.augmented(42, rotation(0.1)).x());
    assertThat(same.x()).isNotEqualTo(plain.augmented(43, rotation(0.1)).x());
  }

  @Test
  void an_image_does_not_depend_on_its_batch() {
    Tensor all = data.epoch(3).x();
    for (int i = 0; i < SIZE; i++) {
      assertThat(row(data.epoch(3), i)).isEqualTo(all.row(i).data());
    }
  }

  @Test
  void a_batch_that_is_shared_out_is_that_of_its_rows() {
    int[] rows = IntStream.range(0, 200).map(i -> i * 7 % SIZE).toArray();
    float[] x = new float[rows.length * 120];
    data.fill(rows, 3, rows.length, x, new float[rows.length]);
    for (int i = 3; i < rows.length; i++) {
      assertThat(Arrays.copyOfRange(x, (i - 3) * 120, (i - 2) * 120)).isEqualTo(row(data, rows[i]));
    }
  }

  @Test
  void what_one_part_of_a_batch_throws_is_thrown_as_it_is() {
    Tensor x = Tensor.zeros(Shape.of(64, 5, 4, 1));
    x.data()[x.data().length - 1] = 7;
    Dataset wrong = Dataset.of(x, new int[64]).augmented(1, brightness(0.1));
    assertThatThrownBy(wrong::x)
        .isInstanceOf(DataException.class)
        .hasNoCause()
        .hasMessageStartingWith("brightness(…) met a pixel outside of its range of values\n");
  }

  @Test
  void equal_images_in_two_rows_become_two() {
    Dataset twice = plain.rows(1, 1).augmented(42, rotation(0.1));
    assertThat(row(twice, 0)).isNotEqualTo(row(twice, 1));
  }

  @Test
  void threads_make_the_same_images() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[]>> rows = new ArrayList<>();
      for (int i = 0; i < 20 * SIZE; i++) {
        int row = i % SIZE;
        rows.add(threads.submit(() -> row(data, row)));
      }
      for (int i = 0; i < rows.size(); i++) {
        assertThat(rows.get(i).get()).isEqualTo(row(data, i % SIZE));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void views_pass_the_epoch_on() {
    Dataset view =
        data.weighted(new float[SIZE]).range(2, 20).scaled(1).oneHot(4).reshaped(Shape.of(120));
    assertThat(row(view, 3)).isEqualTo(row(data, 5));
    assertThat(row(view.epoch(4), 3)).isEqualTo(row(data.epoch(4), 5)).isNotEqualTo(row(data, 5));
  }

  @Test
  void sets_that_do_not_change_are_themselves_in_every_epoch() {
    assertThat(plain.epoch(7)).isSameAs(plain);
  }

  @Test
  void only_images_are_augmented() {
    assertThatThrownBy(() -> plain.reshaped(Shape.of(120)).augmented(1, rotation(0.1)))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("only images can be augmented\n");
  }
}
