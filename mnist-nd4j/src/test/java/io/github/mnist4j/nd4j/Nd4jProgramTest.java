package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.StepResult;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Nd4jProgramTest {
  @Test
  void training_makes_the_loss_small() {
    try (Program program = Programs.program()) {
      Batch batch = Pictures.batch(40, Programs.SIDE, 1);
      double before = program.test(batch).loss();
      for (int step = 0; step < 150; step++) {
        program.train(batch, 0.01);
      }
      assertThat(before).isBetween(2.0, 3.0);
      assertThat(program.test(batch).loss()).isLessThan(0.5);
    }
  }

  @Test
  void weights_at_the_start_are_those_of_the_description() {
    try (Program program = Programs.program()) {
      assertThat(program.weights()).isEqualTo(Programs.spec(Optimizers.adam()).initialWeights());
    }
  }

  @Test
  void weights_are_a_copy() {
    try (Program program = Programs.program()) {
      Weights before = program.weights();
      float[] numbers = before.get("conv2d_0/kernel").data().clone();
      program.train(Pictures.batch(8, Programs.SIDE, 1), 0.01);
      assertThat(before.get("conv2d_0/kernel").data()).isEqualTo(numbers);
      assertThat(program.weights().get("conv2d_0/kernel").data()).isNotEqualTo(numbers);
    }
  }

  @Test
  void testing_gives_what_predicting_gives_and_changes_nothing() {
    try (Program program = Programs.program()) {
      Weights before = program.weights();
      Tensor x = Pictures.x(20, Programs.SIDE, 1);
      StepResult tested = program.test(Pictures.batch(20, Programs.SIDE, 1));
      assertThat(Arrays.copyOf(tested.output(), 20 * Pictures.CLASSES))
          .isEqualTo(program.predict(x).data());
      assertThat(program.weights()).isEqualTo(before);
    }
  }

  @Test
  void any_number_of_rows_is_predicted_and_rows_do_not_mix() {
    try (Program program = Programs.program()) {
      Tensor x = Pictures.x(600, Programs.SIDE, 1);
      float[] all = program.predict(x).data();
      for (int n : new int[] {0, 1, 3, 17, 256, 257}) {
        float[] some = program.predict(x.rows(0, n)).data();
        assertThat(some).containsExactly(Arrays.copyOf(all, n * Pictures.CLASSES), within(1e-5f));
      }
    }
  }

  @Test
  void a_loss_of_a_batch_is_the_mean_of_its_samples() {
    try (Program program = Programs.program()) {
      Batch batch = Pictures.batch(5, Programs.SIDE, 1);
      double sum = 0;
      for (int i = 0; i < 5; i++) {
        int size = Programs.SAMPLE.size();
        float[] x = Arrays.copyOfRange(batch.x(), i * size, (i + 1) * size);
        float[] y = {batch.y()[i]};
        sum += program.test(new Batch(1, batch.xShape(), batch.yShape(), x, y)).loss();
      }
      assertThat(program.test(batch).loss()).isCloseTo(sum / 5, within(1e-6));
    }
  }

  @Test
  void more_batch_sizes_than_are_kept_train_on() {
    try (Program program = Programs.program()) {
      for (int n : new int[] {1, 2, 3, 4, 5, 6, 1}) {
        double loss = program.train(Pictures.batch(n, Programs.SIDE, n), 0.01).loss();
        assertThat(loss).isFinite();
      }
      assertThat(program.optimizerState().get("iteration").data()).containsExactly(7);
    }
  }
}
