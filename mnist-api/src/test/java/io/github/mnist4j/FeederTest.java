package io.github.mnist4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.tensor.Shape;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeederTest {
  /** Fails from a row on, and counts how often it was asked. */
  private static final class Failing implements Dataset {
    private final Dataset source = Blobs.dataset(100, 1);
    private final int from;
    private final AtomicInteger asked = new AtomicInteger();

    Failing(int from) {
      this.from = from;
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
    public void fill(int[] rows, int first, int last, float[] x, float[] y) {
      asked.incrementAndGet();
      if (rows[last - 1] >= from) {
        throw new IllegalStateException("row " + from + " is torn");
      }
      source.fill(rows, first, last, x, y);
    }
  }

  private static Batches batches(Dataset data, int batchSize) {
    return new Batches(data, IntStream.range(0, data.size()).toArray(), batchSize);
  }

  @Test
  void batches_come_in_order_and_whole() {
    Dataset data = Blobs.dataset(100, 1);
    float[] x = data.x().data();
    try (Feeder feeder = new Feeder(batches(data, 7))) {
      for (int from = 0; from < 100; from += 7) {
        Batch batch = feeder.next();
        assertThat(batch.size()).isEqualTo(Math.min(7, 100 - from));
        for (int i = 0; i < batch.size() * 4; i++) {
          assertThat(batch.x()[i]).isEqualTo(x[from * 4 + i]);
        }
      }
    }
  }

  @Test
  void what_the_data_throws_comes_out_at_its_batch() {
    try (Feeder feeder = new Feeder(batches(new Failing(25), 10))) {
      assertThat(feeder.next().size()).isEqualTo(10);
      feeder.next();
      assertThatThrownBy(feeder::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("row 25 is torn");
    }
  }

  @Test
  void it_reads_no_further_than_its_slots() {
    Failing data = new Failing(1000);
    try (Feeder feeder = new Feeder(batches(data, 1))) {
      feeder.next();
    }
    assertThat(data.asked.get()).isBetween(1, 3);
  }
}
