package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A data set is told which pass through it begins. */
class EpochsOfDataTest {
  private static final int SIZE = 22; // three batches of 8, 8 and 6

  /** Writes down the epoch of each batch. */
  private record Recorder(Dataset source, int now, List<Integer> asked) implements Dataset {
    @Override
    public Dataset epoch(int epoch) {
      return new Recorder(source.epoch(epoch), epoch, asked);
    }

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
      asked.add(now);
      source.fill(rows, from, to, x, y);
    }
  }

  private static List<Integer> asked(FitOptions options) {
    List<Integer> asked = new CopyOnWriteArrayList<>();
    try (Model model = TestModels.model()) {
      model.fit(new Recorder(Blobs.dataset(SIZE, 1), 0, asked), options.batchSize(8));
    }
    return asked.subList(1, asked.size()); // the look before the first step
  }

  @Test
  void each_epoch_has_its_number() {
    assertThat(asked(epochs(3))).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
  }

  @Test
  void a_training_that_goes_on_goes_on_with_the_number() {
    assertThat(asked(epochs(3).initialEpoch(2))).containsExactly(2, 2, 2);
  }

  @Test
  void passes_through_the_data_are_counted_where_epochs_are_cut_otherwise() {
    assertThat(asked(epochs(2).stepsPerEpoch(4))).containsExactly(0, 0, 0, 1, 1, 1, 2, 2);
  }
}
