package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AveragedWeightsTest {
  @Test
  void averages_take_the_place_of_the_weights_when_a_training_ends() {
    try (Program program = Programs.program(Optimizers.adam().ema(0.9))) {
      for (int step = 0; step < 3; step++) {
        program.train(Pictures.batch(8, Programs.SIDE, step), 0.01);
      }
      Weights trained = program.weights();
      Weights state = program.optimizerState();
      program.finish();
      assertThat(program.weights()).isNotEqualTo(trained);
      program
          .weights()
          .tensors()
          .forEach((name, w) -> assertThat(w).isEqualTo(state.get(name + "/average")));
      assertThat(program.optimizerState()).isEqualTo(state);
    }
  }

  @Test
  void without_a_step_there_is_nothing_to_take() {
    try (Program program = Programs.program(Optimizers.adam().ema(0.9))) {
      Weights before = program.weights();
      program.finish();
      assertThat(program.weights()).isEqualTo(before);
    }
  }

  @Test
  void without_averages_an_end_changes_nothing() {
    try (Program program = Programs.program()) {
      program.train(Pictures.batch(8, Programs.SIDE, 1), 0.01);
      Weights before = program.weights();
      program.finish();
      assertThat(program.weights()).isEqualTo(before);
    }
  }

  @Test
  void callbacks_find_the_averages_behind_the_last_epoch() {
    List<Weights> seen = new ArrayList<>();
    Callback callback =
        new Callback() {
          @Override
          public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
            seen.add(training.weights());
          }

          @Override
          public void onTrainEnd(TrainingContext training) {
            seen.add(training.weights());
          }
        };
    Dataset data = Dataset.of(Tensor.of(Shape.of(4, 1), 1, 2, 3, 4), new int[] {0, 1, 0, 1});
    try (Model model =
        Sequential.of(Layers.Input(1), Layers.Dense(2))
            .compile(
                CompileOptions.of(
                        Optimizers.sgd(0.1).ema(0.5),
                        Losses.sparseCategoricalCrossentropy().fromLogits())
                    .seed(3))) {
      model.fit(data, FitOptions.epochs(1).batchSize(1).callbacks(callback).verbose(0));
      assertThat(seen.get(1)).isNotEqualTo(seen.get(0)).isEqualTo(model.weights());
    }
  }
}
