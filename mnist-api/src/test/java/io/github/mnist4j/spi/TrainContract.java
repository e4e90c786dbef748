package io.github.mnist4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What training promises. */
abstract class TrainContract extends WeightsContract {
  @Test
  void training_lowers_the_loss() {
    try (Program program = program()) {
      Batch batch = Blobs.batch(48, 1);
      double first = program.train(batch, 0.01).loss();
      for (int step = 0; step < 200; step++) {
        program.train(batch, 0.01);
      }
      assertThat(program.test(batch).loss()).isLessThan(first / 4);
    }
  }

  @Test
  void a_steps_loss_and_outputs_are_those_before_its_update() {
    try (Program program = program()) {
      Batch batch = Blobs.batch(8, 2);
      StepResult tested = program.test(batch);
      double loss = tested.loss();
      float[] output = Arrays.copyOf(tested.output(), 24);
      StepResult trained = program.train(batch, 0.01);
      assertThat(trained.loss()).isCloseTo(loss, within((double) TOLERANCE));
      assertThat(Arrays.copyOf(trained.output(), 24))
          .containsExactly(output, Offset.offset(TOLERANCE));
    }
  }

  @Test
  void the_step_is_as_long_as_the_learning_rate_says() {
    try (Program one = program(Optimizers.sgd());
        Program other = program(Optimizers.sgd())) {
      Tensor start = one.weights().get("layer2/kernel");
      one.train(Blobs.batch(16, 1), 0.1);
      other.train(Blobs.batch(16, 1), 0.3);
      float[] once = one.weights().get("layer2/kernel").data();
      float[] thrice = other.weights().get("layer2/kernel").data();
      for (int i = 0; i < start.size(); i++) {
        float step = once[i] - start.data()[i];
        assertThat(thrice[i] - start.data()[i]).isCloseTo(3 * step, within(TOLERANCE));
      }
      assertThat(once).isNotEqualTo(start.data());
    }
  }

  @Test
  void batches_of_any_size_may_follow_each_other() {
    try (Program program = program()) {
      for (int size : new int[] {32, 5, 1, 64, 7, 32}) {
        StepResult result = program.train(Blobs.batch(size, size), 0.01);
        assertThat(result.loss()).isFinite().isPositive();
        assertThat(result.output().length).isGreaterThanOrEqualTo(3 * size);
      }
    }
  }

  @Test
  void the_gradient_is_the_mean_over_the_batch() {
    try (Program one = program(Optimizers.sgd());
        Program four = program(Optimizers.sgd())) {
      Batch single = Blobs.batch(1, 1);
      float[] x = new float[16];
      float[] y = new float[4];
      for (int i = 0; i < 4; i++) {
        System.arraycopy(single.x(), 0, x, 4 * i, 4);
        y[i] = single.y()[0];
      }
      one.train(single, 0.5);
      four.train(new Batch(4, Blobs.SAMPLE, Shape.scalar(), x, y), 0.5);
      assertClose(four.weights(), one.weights());
    }
  }

  @Test
  void a_weight_multiplies_a_samples_loss_and_gradient() {
    try (Program plain = program(Optimizers.sgd());
        Program doubled = program(Optimizers.sgd());
        Program without = program(Optimizers.sgd())) {
      Batch batch = Blobs.batch(6, 1);
      double loss = plain.test(batch).loss();
      assertThat(doubled.test(weighted(batch, 2, 2, 2, 2, 2, 2, Float.NaN)).loss())
          .isCloseTo(2 * loss, within((double) TOLERANCE));
      plain.train(batch, 0.5);
      doubled.train(weighted(batch, 2, 2, 2, 2, 2, 2), 0.25);
      assertClose(doubled.weights(), plain.weights());

      // Two of six samples count: the mean of these two, times two sixths.
      Batch two = new Batch(2, batch.xShape(), batch.yShape(), batch.x(), batch.y());
      Weights before = without.weights();
      double part = without.test(weighted(batch, 1, 1, 0, 0, 0, 0)).loss();
      assertThat(part).isCloseTo(without.test(two).loss() / 3, within((double) TOLERANCE));
      without.train(weighted(batch, 1, 1, 0, 0, 0, 0), 0.75);
      Weights weighted = without.weights();
      without.load(before);
      without.train(two, 0.25);
      assertClose(without.weights(), weighted);
    }
  }

  private static Batch weighted(Batch batch, float... weights) {
    return new Batch(batch.size(), batch.xShape(), batch.yShape(), batch.x(), batch.y(), weights);
  }

  @Test
  void what_is_behind_the_batch_in_its_arrays_does_not_count() {
    try (Program one = program();
        Program other = program()) {
      Batch batch = Blobs.batch(6, 1);
      float[] x = Arrays.copyOf(batch.x(), 100);
      float[] y = Arrays.copyOf(batch.y(), 100);
      Arrays.fill(x, batch.x().length, 100, Float.NaN);
      Arrays.fill(y, batch.y().length, 100, -5);
      one.train(batch, 0.01);
      other.train(new Batch(6, batch.xShape(), batch.yShape(), x, y), 0.01);
      assertThat(other.weights()).isEqualTo(one.weights());
    }
  }

  @Test
  void a_loss_that_is_not_finite_leaves_all_as_it_was() {
    try (Program program = program()) {
      program.train(Blobs.batch(8, 1), 0.01);
      Weights weights = program.weights();
      Weights state = program.optimizerState();
      Batch bad = Blobs.batch(8, 2);
      Arrays.fill(bad.x(), Float.NaN);
      assertThat(program.train(bad, 0.01).loss()).isNaN();
      assertThat(program.weights()).isEqualTo(weights);
      assertThat(program.optimizerState()).isEqualTo(state);
    }
  }

  @Test
  void the_same_seed_gives_the_same_bits() {
    try (Program one = program();
        Program other = program()) {
      for (int step = 0; step < 5; step++) {
        one.train(Blobs.batch(16, step), 0.01);
        other.train(Blobs.batch(16, step), 0.01);
      }
      assertThat(other.weights()).isEqualTo(one.weights());
    }
  }
}
