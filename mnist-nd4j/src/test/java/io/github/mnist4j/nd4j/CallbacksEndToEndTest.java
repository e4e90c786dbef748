package io.github.mnist4j.nd4j;

import static io.github.mnist4j.callbacks.Callbacks.backupAndRestore;
import static io.github.mnist4j.callbacks.Callbacks.earlyStopping;
import static io.github.mnist4j.callbacks.Callbacks.learningRateScheduler;
import static io.github.mnist4j.callbacks.Callbacks.onBatchEnd;
import static io.github.mnist4j.callbacks.Callbacks.onEpochEnd;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callbacks on a network that drops units, has moving means, and an optimizer with a state. */
class CallbacksEndToEndTest {
  private final Dataset data = Dataset.of(Pictures.x(80, 10, 3), Pictures.labels(80));

  private static Model model() {
    return Sequential.of(
            Input(10, 10, 1),
            Conv2D(4, 3, relu),
            BatchNormalization(),
            MaxPool(2),
            Dropout(0.3),
            Flatten(),
            Dense(10))
        .compile(
            CompileOptions.of(
                    Optimizers.adam(),
                    Losses.sparseCategoricalCrossentropy().fromLogits(),
                    Metrics.accuracy())
                .seed(17));
  }

  private static FitOptions options() {
    return FitOptions.epochs(6).batchSize(16).validationSplit(0.2).verbose(0);
  }

  /** Fails in the midst of the epoch behind a number of steps. */
  private static Callback failingBehind(int steps) {
    int[] seen = new int[1];
    return onBatchEnd(
        (batch, logs) -> {
          if (++seen[0] == steps) {
            throw new IllegalStateException("the power is gone");
          }
        });
  }

  @Test
  void a_training_that_was_cut_off_ends_with_the_same_bits(@TempDir Path folder) {
    Callback decay = learningRateScheduler((epoch, rate) -> rate * 0.7);
    History whole;
    Weights end;
    try (Model model = model()) {
      whole = model.fit(data, options().callbacks(decay));
      end = model.weights();
    }
    FitOptions safe = options().callbacks(decay, backupAndRestore(folder.resolve("backup")));
    try (Model model = model()) {
      assertThatThrownBy(() -> model.fit(data, safe.callbacks(failingBehind(18))))
          .hasMessage("the power is gone");
    }
    try (Model model = model()) {
      History rest = model.fit(data, safe);
      assertThat(rest.epochs()).containsExactly(4, 5);
      for (String name : rest.names()) {
        assertThat(rest.get(name)).containsExactly(whole.get(name)[4], whole.get(name)[5]);
      }
      assertThat(model.weights()).isEqualTo(end);
    }
  }

  @Test
  void early_stopping_gives_back_the_best_epoch() {
    List<Weights> kept = new ArrayList<>();
    double[] scores = {1, 0.5, 0.7, 0.6, 0.1};
    try (Model model = model()) {
      History history =
          model.fit(
              data,
              options()
                  .callbacks(
                      onEpochEnd((epoch, logs) -> logs.put("val_loss", scores[epoch])),
                      onEpochEnd((training, epoch, logs) -> kept.add(training.weights())),
                      earlyStopping().patience(2)));
      assertThat(history.epochs()).containsExactly(0, 1, 2, 3);
      assertThat(model.weights()).isEqualTo(kept.get(1)).isNotEqualTo(kept.get(3));
    }
  }
}
