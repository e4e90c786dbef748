package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final int THREADS = 8;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private <T> List<Future<T>> onEachThread(Callable<T> task) {
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      futures.add(threads.submit(task));
    }
    return futures;
  }

  @Test
  void eight_threads_predict_what_one_predicts() throws Exception {
    try (Program program = Programs.program()) {
      Tensor x = Pictures.x(300, Programs.SIDE, 1);
      Tensor alone = program.predict(x);
      CountDownLatch together = new CountDownLatch(THREADS);
      List<Future<Boolean>> results =
          onEachThread(
              () -> {
                together.countDown();
                together.await();
                boolean same = true;
                for (int round = 0; round < 20; round++) {
                  same &= program.predict(x).equals(alone);
                }
                return same;
              });
      for (Future<Boolean> result : results) {
        assertThat(result.get()).isTrue();
      }
    }
  }

  @Test
  void a_prediction_beside_training_is_made_with_the_weights_of_one_step() throws Exception {
    try (Program program = Programs.program()) {
      Tensor x = Pictures.x(16, Programs.SIDE, 1);
      Batch batch = Pictures.batch(16, Programs.SIDE, 2);
      AtomicBoolean training = new AtomicBoolean(true);
      CountDownLatch running = new CountDownLatch(THREADS);
      Set<Tensor> ofSteps = new HashSet<>(List.of(program.predict(x)));
      List<Future<Set<Tensor>>> results =
          onEachThread(
              () -> {
                Set<Tensor> seen = new HashSet<>();
                while (training.get()) {
                  seen.add(program.predict(x));
                  running.countDown();
                }
                return seen;
              });
      running.await();
      for (int step = 0; step < 200; step++) {
        program.train(batch, 0.05);
        ofSteps.add(program.predict(x));
      }
      training.set(false);
      for (Future<Set<Tensor>> result : results) {
        assertThat(result.get()).isNotEmpty().isSubsetOf(ofSteps);
      }
    }
  }

  @Test
  void closing_waits_for_the_predictions_that_are_running() throws Exception {
    Program program = Programs.program();
    Tensor x = Pictures.x(100, Programs.SIDE, 1);
    Tensor alone = program.predict(x);
    CountDownLatch running = new CountDownLatch(THREADS);
    List<Future<Tensor>> results =
        onEachThread(
            () -> {
              for (Tensor y = program.predict(x); ; y = program.predict(x)) {
                running.countDown();
                if (!y.equals(alone)) {
                  return y;
                }
              }
            });
    running.await();
    program.close();
    for (Future<Tensor> result : results) {
      assertThatThrownBy(result::get)
          .isInstanceOf(ExecutionException.class)
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .rootCause()
          .hasMessageStartingWith("the model is closed");
    }
  }
}
