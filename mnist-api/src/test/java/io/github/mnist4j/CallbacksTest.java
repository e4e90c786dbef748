package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallbacksTest {
  private final Dataset data = Blobs.dataset(20, 1);
  private final List<String> calls = new ArrayList<>();

  /** Writes down what is called. */
  private class Recorder implements Callback {
    private final String name;

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public void onTrainBegin(TrainingContext training) {
      calls.add(name + " begin " + training.epochs() + "x" + training.steps());
    }

    @Override
    public void onTrainEnd(TrainingContext training) {
      calls.add(name + " end");
    }

    @Override
    public void onEpochBegin(TrainingContext training, int epoch) {
      calls.add(name + " epoch " + epoch);
    }

    @Override
    public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
      calls.add(name + " epoch " + epoch + " " + logs.keySet());
    }

    @Override
    public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
      calls.add(name + " batch " + batch + " " + logs.keySet());
    }
  }

  private History fit(FitOptions options) {
    try (Model model = TestModels.model()) {
      return model.fit(data, options);
    }
  }

  @Test
  void callbacks_are_called_in_turn() {
    fit(
        epochs(1)
            .batchSize(16)
            .validationData(data)
            .callbacks(new Recorder("a"))
            .callbacks(new Recorder("b")));
    assertThat(calls)
        .containsExactly(
            "a begin 1x2",
            "b begin 1x2",
            "a epoch 0",
            "b epoch 0",
            "a batch 0 [accuracy, loss]",
            "b batch 0 [accuracy, loss]",
            "a batch 1 [accuracy, loss]",
            "b batch 1 [accuracy, loss]",
            "a epoch 0 [accuracy, loss, val_accuracy, val_loss]",
            "b epoch 0 [accuracy, loss, val_accuracy, val_loss]",
            "a end",
            "b end");
  }

  @Test
  void stop_at_a_batch_ends_behind_it() {
    Recorder stopper =
        new Recorder("a") {
          @Override
          public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
            super.onBatchEnd(training, batch, logs);
            training.stop();
          }
        };
    assertThat(fit(epochs(5).batchSize(4).callbacks(stopper)).epochs()).containsExactly(0);
    assertThat(calls)
        .containsExactly(
            "a begin 5x5",
            "a epoch 0",
            "a batch 0 [accuracy, loss]",
            "a epoch 0 [accuracy, loss]",
            "a end");
  }

  @Test
  void stop_at_an_epochs_begin_still_has_a_step_to_report() {
    Callback stopper =
        new Callback() {
          @Override
          public void onEpochBegin(TrainingContext training, int epoch) {
            training.stop();
          }
        };
    History history = fit(epochs(5).callbacks(stopper));
    assertThat(history.epochs()).containsExactly(0);
    assertThat(history.last("loss")).isPositive();
  }

  @Test
  void what_a_callback_logs_comes_into_the_history() {
    Callback logger =
        new Callback() {
          @Override
          public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
            logs.put("learning_rate", training.learningRate());
          }
        };
    assertThat(fit(epochs(2).callbacks(logger)).get("learning_rate")).containsExactly(0.01, 0.01);
  }

  @Test
  void a_callback_may_restore_weights() {
    Weights[] kept = new Weights[1];
    Callback restorer =
        new Callback() {
          @Override
          public void onTrainBegin(TrainingContext training) {
            kept[0] = training.weights();
          }

          @Override
          public void onTrainEnd(TrainingContext training) {
            training.load(kept[0]);
          }
        };
    try (Model model = TestModels.model()) {
      Weights before = model.weights();
      model.fit(data, epochs(2).callbacks(restorer));
      assertThat(model.weights()).isEqualTo(before);
    }
  }

  @Test
  void an_exception_of_a_callback_leaves_the_model_usable() {
    Callback thrower =
        new Callback() {
          @Override
          public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
            throw new IllegalStateException("enough");
          }
        };
    try (Model model = TestModels.model()) {
      assertThatThrownBy(() -> model.fit(data, epochs(1).callbacks(thrower))).hasMessage("enough");
      assertThat(model.fit(data, epochs(1)).epochs()).hasSize(1);
    }
  }
}
