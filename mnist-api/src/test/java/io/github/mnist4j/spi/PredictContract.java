package io.github.mnist4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What predicting and testing promise. */
abstract class PredictContract extends EngineFixture {
  @Test
  void predict_equals_the_outputs_of_test() {
    try (Program program = program()) {
      Batch batch = Blobs.batch(20, 1);
      float[] tested = program.test(batch).output().clone();
      Tensor output = Tensor.of(Shape.of(20, 3), Arrays.copyOf(tested, 60));
      assertClose(program.predict(Blobs.x(20, 1)), output);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 300})
  void predict_takes_any_number_of_rows(int rows) {
    try (Program program = program()) {
      Tensor x = Blobs.x(rows, 2);
      Tensor all = program.predict(x);
      assertThat(all.shape()).isEqualTo(Shape.of(rows, 3));
      for (int row = 0; row < rows; row += 50) {
        assertClose(program.predict(x.rows(row, row + 1)), all.rows(row, row + 1));
      }
    }
  }

  @Test
  void predict_leaves_its_argument_and_its_earlier_results_alone() {
    try (Program program = program()) {
      Tensor x = Blobs.x(5, 3);
      Tensor first = program.predict(x);
      float[] before = first.data().clone();
      program.predict(Blobs.x(5, 4));
      assertThat(first.data()).containsExactly(before);
      assertThat(x).isEqualTo(Blobs.x(5, 3));
    }
  }

  @Test
  void the_inputs_gradient_is_the_slope_of_the_outputs() {
    try (Program program = program()) {
      Tensor x = Blobs.x(3, 5);
      Tensor dy = Tensor.zeros(Shape.of(3, 3));
      for (int i = 0; i < dy.size(); i++) {
        dy.data()[i] = i - 3;
      }
      Tensor dx = program.inputGradient(x, dy);
      assertThat(dx.shape()).isEqualTo(x.shape());
      float h = 1e-2f;
      for (int i = 0; i < x.size(); i++) {
        float[] above = x.data().clone();
        float[] below = x.data().clone();
        above[i] += h;
        below[i] -= h;
        double slope =
            (dot(program.predict(Tensor.of(x.shape(), above)), dy)
                    - dot(program.predict(Tensor.of(x.shape(), below)), dy))
                / (2 * h);
        assertThat(dx.data()[i])
            .isCloseTo((float) slope, within(1e-3f * Math.max(1, (float) Math.abs(slope))));
      }
    }
  }

  private static double dot(Tensor a, Tensor b) {
    double sum = 0;
    for (int i = 0; i < a.size(); i++) {
      sum += (double) a.data()[i] * b.data()[i];
    }
    return sum;
  }

  @Test
  void predict_refuses_samples_of_another_shape() {
    try (Program program = program()) {
      assertThatThrownBy(() -> program.predict(Tensor.zeros(Shape.of(3, 5))))
          .isInstanceOf(ShapeException.class);
      assertThat(program.predict(Blobs.x(3, 1)).rows()).isEqualTo(3);
    }
  }

  @Test
  void test_changes_neither_weights_nor_optimizer() {
    try (Program program = program()) {
      Weights weights = program.weights();
      Weights state = program.optimizerState();
      program.test(Blobs.batch(16, 5));
      assertThat(program.weights()).isEqualTo(weights);
      assertThat(program.optimizerState()).isEqualTo(state);
    }
  }

  @Test
  void many_threads_get_what_one_gets() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Program program = program()) {
      List<Tensor> expected = new ArrayList<>();
      List<Future<Tensor>> results = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Tensor x = Blobs.x(1 + i % 9, i);
        expected.add(program.predict(x));
        results.add(threads.submit(() -> program.predict(x)));
      }
      for (int i = 0; i < expected.size(); i++) {
        assertClose(results.get(i).get(), expected.get(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
