package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final int SIZE = 20;

  /** Writes down the order in which rows are asked for, one list a batch. */
  private static final class Recorder implements Dataset {
    private final Dataset source = Blobs.dataset(SIZE, 1);
    private final List<List<Integer>> batches = new ArrayList<>();

    @Override
    public int size() {
      return source.size();
    }

    @Override
    public Shape xShape() {
      return source.xShape();
    }

    @Override
    public Shape yShape() {
      return source.yShape();
    }

    @Override
    public void fill(int[] rows, int from, int to, float[] x, float[] y) {
      batches.add(Arrays.stream(rows, from, to).boxed().toList());
      source.fill(rows, from, to, x, y);
    }

    /** Returns the rows of each epoch, without the look before the first. */
    private List<List<Integer>> epochs() {
      List<Integer> all = batches.stream().skip(1).flatMap(List::stream).toList();
      List<List<Integer>> epochs = new ArrayList<>();
      for (int from = 0; from < all.size(); from += SIZE) {
        epochs.add(all.subList(from, from + SIZE));
      }
      return epochs;
    }
  }

  private static Recorder recorded(long seed, FitOptions options) {
    Recorder recorder = new Recorder();
    try (Model model = TestModels.network().compile(TestModels.options().seed(seed))) {
      model.fit(recorder, options);
    }
    return recorder;
  }

  @Test
  void each_epoch_has_another_order_with_each_row_once() {
    List<List<Integer>> orders = recorded(1, epochs(3).batchSize(8)).epochs();
    assertThat(orders).hasSize(3).doesNotHaveDuplicates();
    assertThat(orders).allSatisfy(order -> assertThat(order).doesNotHaveDuplicates().hasSize(SIZE));
  }

  @Test
  void the_seed_decides_the_order() {
    List<List<Integer>> orders = recorded(1, epochs(2)).epochs();
    assertThat(recorded(1, epochs(2)).epochs()).isEqualTo(orders);
    assertThat(recorded(2, epochs(2)).epochs()).isNotEqualTo(orders);
  }

  @Test
  void without_shuffling_rows_come_as_they_are() {
    List<List<Integer>> orders = recorded(1, epochs(2).shuffle(false)).epochs();
    assertThat(orders.get(0)).isSorted().isEqualTo(orders.get(1));
  }

  @Test
  void a_second_fit_has_an_order_of_its_own() {
    Recorder first = new Recorder();
    Recorder second = new Recorder();
    try (Model model = TestModels.model()) {
      model.fit(first, epochs(1));
      model.fit(second, epochs(1));
    }
    assertThat(second.epochs()).isNotEqualTo(first.epochs());
  }

  @Test
  void two_models_of_one_seed_end_with_the_same_weights() {
    try (Model one = TestModels.model();
        Model other = TestModels.model()) {
      one.fit(Blobs.dataset(50, 1), epochs(3));
      other.fit(Blobs.dataset(50, 1), epochs(3));
      assertThat(other.weights()).isEqualTo(one.weights());
    }
  }

  @Test
  void batches_are_full_but_for_the_last() {
    int[] rows = {4, 3, 2, 1, 0};
    Dataset data = Dataset.of(Tensor.of(Shape.of(5, 1), 0, 1, 2, 3, 4), new int[] {0, 1, 2, 3, 4});
    Batches batches = new Batches(data, rows, 2);
    assertThat(batches.count()).isEqualTo(3);
    Batch last = batches.fill(batches.slot(), 2);
    assertThat(last.size()).isEqualTo(1);
    assertThat(last.x()[0]).isZero();
    assertThat(batches.fill(batches.slot(), 0).y()).containsExactly(4, 3);
  }
}
