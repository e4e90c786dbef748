package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static io.github.mnist4j.callbacks.Callbacks.onBatchEnd;
import static io.github.mnist4j.callbacks.Callbacks.onTrainEnd;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StopTrainingTest {
  private final Dataset data = Blobs.dataset(40, 1);

  @Test
  void another_thread_may_end_the_training_behind_a_step() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    List<Integer> steps = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    try (Model model = TestModels.model()) {
      Thread other =
          new Thread(
              () -> {
                await(running);
                model.stopTraining();
                asked.countDown();
              });
      other.start();
      History history =
          model.fit(
              data,
              epochs(1000)
                  .batchSize(8)
                  .validationData(data)
                  .callbacks(
                      onBatchEnd(
                          (batch, logs) -> {
                            steps.add(batch);
                            if (steps.size() == 7) {
                              running.countDown();
                              await(asked);
                            }
                          }),
                      onTrainEnd(training -> ends.add("end"))));
      other.join();
      assertThat(history.epochs()).containsExactly(0, 1);
      assertThat(history.last("val_loss")).isPositive();
      assertThat(steps).containsExactly(0, 1, 2, 3, 4, 0, 1);
      assertThat(ends).containsExactly("end");
      // The next training has not been asked to end.
      assertThat(model.fit(data, epochs(2)).epochs()).containsExactly(0, 1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_request_counts_while_the_data_is_still_checked() {
    try (Model model = TestModels.model()) {
      Dataset stopping =
          Dataset.generate(4, Blobs.SAMPLE, Shape.scalar(), (row, x, y) -> model.stopTraining());
      assertThat(model.fit(stopping, epochs(3)).epochs()).isEmpty();
    }
  }

  @Test
  void without_a_training_it_does_nothing() {
    try (Model model = TestModels.model()) {
      model.stopTraining();
      assertThat(model.fit(data, epochs(2)).epochs()).containsExactly(0, 1);
    }
  }
}
