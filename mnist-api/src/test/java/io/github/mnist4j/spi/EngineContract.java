package io.github.mnist4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What any engine must pass. A test of an engine extends this class and returns the engine:
 *
 * <pre>{@code
 * class MyEngineTest extends EngineContract {
 *   @Override
 *   protected Engine engine() {
 *     return new MyEngine();
 *   }
 * }
 * }</pre>
 *
 * <p>Its networks have only {@code Flatten} and {@code Dense} layers.
 */
public abstract class EngineContract extends TrainContract {
  /** For the tests of engines. */
  protected EngineContract() {}

  @Test
  void an_engine_has_a_name() {
    assertThat(engine().name()).isNotBlank();
  }

  @Test
  void a_second_close_does_nothing() {
    Program program = program();
    program.close();
    assertThatCode(program::close).doesNotThrowAnyException();
  }

  @Test
  void behind_close_every_call_says_so() {
    Program program = program();
    Weights weights = program.weights();
    Weights state = program.optimizerState();
    program.train(Blobs.batch(4, 1), 0.01);
    program.close();
    List<ThrowingCallable> calls =
        List.of(
            () -> program.train(Blobs.batch(4, 1), 0.01),
            () -> program.test(Blobs.batch(4, 1)),
            () -> program.predict(Blobs.x(4, 1)),
            program::weights,
            () -> program.load(weights),
            program::optimizerState,
            () -> program.loadOptimizerState(state));
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void close_while_others_predict_is_safe() throws Exception {
    int count = 4;
    ExecutorService threads = Executors.newFixedThreadPool(count);
    CountDownLatch predicting = new CountDownLatch(count);
    Program program = program();
    try {
      Tensor x = Blobs.x(16, 1);
      Tensor expected = program.predict(x);
      List<Future<Throwable>> ends = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ends.add(threads.submit(() -> predictUntilClosed(program, x, expected, predicting)));
      }
      assertThat(predicting.await(20, TimeUnit.SECONDS)).isTrue();
      program.close();
      for (Future<Throwable> end : ends) {
        assertThat(end.get(20, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
      }
    } finally {
      threads.shutdownNow();
      program.close();
    }
  }

  private static Throwable predictUntilClosed(
      Program program, Tensor x, Tensor expected, CountDownLatch predicting) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        assertClose(program.predict(x), expected);
        predicting.countDown();
      }
      return new AssertionError("the program was never closed");
    } catch (RuntimeException | AssertionError e) {
      return e;
    }
  }
}
