package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that meets what is no number changes nothing, wherever it comes from. */
class FiniteTest {
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void each_place_is_looked_at_and_none_behind_the_end(float bad) {
    for (int i = 0; i < 11; i++) {
      float[] numbers = {1, -2, 0, Float.MAX_VALUE, -0f, Float.MIN_VALUE, 7, 8, 9, 10, 11};
      assertThat(Finite.all(numbers, 11)).isTrue();
      numbers[i] = bad;
      assertThat(Finite.all(numbers, 11)).isFalse();
      assertThat(Finite.all(numbers, i)).isTrue();
    }
  }

  private static void assertChangesNothing(Program program, Batch batch) {
    Weights weights = program.weights();
    Weights state = program.optimizerState();
    assertThat(program.train(batch, 0.01).loss()).isNaN();
    assertThat(program.weights()).isEqualTo(weights);
    assertThat(program.optimizerState()).isEqualTo(state);
  }

  @Test
  void a_sample_that_relu_and_max_pooling_would_pass_over() {
    try (Program program = Programs.program()) {
      Batch batch = Pictures.batch(4, Programs.SIDE, 1);
      program.train(batch, 0.01);
      batch.x()[batch.x().length - 1] = Float.NaN;
      assertThat(program.test(batch).loss()).isNaN();
      assertChangesNothing(program, batch);
    }
  }

  @Test
  void gradients_of_a_loss_that_is_a_number() {
    NetworkSpec spec =
        Specs.of(
            Shape.of(1),
            Losses.meanSquaredError(),
            Optimizers.adam(),
            Layers.Dense(2, Activation.relu),
            Layers.Dense(1, Activation.relu),
            Layers.Dense(1));
    try (Program program = new Nd4jEngine().compile(spec)) {
      Weights weights = program.weights();
      float[] first = weights.get("dense_0/kernel").data();
      first[0] = 1e30f; // twice infinity ...
      first[1] = 1e30f;
      weights.get("dense_1/kernel").data()[0] = 1; // ... whose difference is no number
      weights.get("dense_1/kernel").data()[1] = -1;
      program.load(weights);
      float[] x = {1e30f};
      assertChangesNothing(program, new Batch(1, Shape.of(1), Shape.of(1), x, new float[] {1}));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_variance_that_is_too_great_behind_which_relu_gives_numbers(boolean scale) {
    NetworkSpec spec =
        Specs.of(
            Shape.of(1),
            Losses.meanSquaredError(),
            Optimizers.adam(),
            Layers.BatchNormalization().scale(scale),
            Layers.ReLU(),
            Layers.Dense(1));
    for (int n : new int[] {2, 40}) { // one part, and several
      try (Program program = new Nd4jEngine().compile(spec)) {
        float[] x = new float[n];
        x[0] = 1e30f;
        assertChangesNothing(program, new Batch(n, Shape.of(1), Shape.of(1), x, new float[n]));
      }
    }
  }
}
