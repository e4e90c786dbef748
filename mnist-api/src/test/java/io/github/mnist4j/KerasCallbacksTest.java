package io.github.mnist4j;

import static io.github.mnist4j.TestModels.epochs;
import static io.github.mnist4j.callbacks.Callbacks.earlyStopping;
import static io.github.mnist4j.callbacks.Callbacks.onBatchBegin;
import static io.github.mnist4j.callbacks.Callbacks.onBatchEnd;
import static io.github.mnist4j.callbacks.Callbacks.onEpochEnd;
import static io.github.mnist4j.callbacks.Callbacks.onTrainEnd;
import static io.github.mnist4j.callbacks.Callbacks.reduceLROnPlateau;
import static io.github.mnist4j.callbacks.Callbacks.terminateOnNaN;
import static io.github.mnist4j.callbacks.Callbacks.timeLimit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.GoldenCallbacks;
import io.github.mnist4j.callbacks.Mode;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.NonFiniteException;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.Weights;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks in real trainings on the fake engine. */
class KerasCallbacksTest {
  private final Dataset data = Blobs.dataset(40, 1);
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void leave() {
    System.setOut(out);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** Logs values in place of a validation's. */
  private static Callback logging(String name, double... values) {
    return onEpochEnd((epoch, logs) -> logs.put(name, values[epoch]));
  }

  /** A step size at which the loss overflows in the second step. */
  private static Callback exploding() {
    return onBatchBegin((training, batch) -> training.learningRate(batch == 2 ? 1e38 : 0.01));
  }

  @Test
  void early_stopping_restores_the_best_epochs_weights() {
    List<Weights> kept = new ArrayList<>();
    try (Model model = TestModels.model()) {
      History history =
          model.fit(
              data,
              epochs(10)
                  .callbacks(
                      logging("val_loss", 3, 2, 2.5, 2.4, 1),
                      onEpochEnd((training, epoch, logs) -> kept.add(training.weights())),
                      earlyStopping().patience(2).verbose(1)));
      assertThat(history.epochs()).containsExactly(0, 1, 2, 3);
      assertThat(model.weights()).isEqualTo(kept.get(1)).isNotEqualTo(kept.get(3));
    }
    assertThat(printed())
        .isEqualTo(
            "Epoch 4: early stopping\n"
                + "Restoring model weights from the end of the best epoch: 2.\n");
  }

  @Test
  void the_models_metrics_know_their_direction() {
    try (Model model = TestModels.model()) {
      List<Object> seen = new ArrayList<>();
      model.fit(
          data,
          epochs(1)
              .callbacks(
                  onTrainEnd(
                      training -> {
                        seen.add(training.direction("val_loss").orElseThrow());
                        seen.add(training.direction("accuracy").orElseThrow());
                        seen.add(training.direction("f1").isPresent());
                      })));
      assertThat(seen).containsExactly(Mode.MIN, Mode.MAX, false);
    }
  }

  @Test
  void a_plateau_brings_smaller_steps_that_the_history_tells_of() {
    try (Model model = TestModels.model()) {
      History history =
          model.fit(
              data,
              epochs(4)
                  .callbacks(
                      logging("val_loss", 1, 1, 1, 1),
                      reduceLROnPlateau().factor(0.5).patience(1).verbose(1)));
      assertThat(history.get("learning_rate")).containsExactly(0.01, 0.01, 0.005, 0.0025);
      assertThat(model.learningRate()).isEqualTo(0.00125);
    }
    assertThat(printed())
        .startsWith("\nEpoch 2: ReduceLROnPlateau reducing learning rate to 0.005.\n");
  }

  @Test
  void without_a_callback_a_loss_out_of_range_is_an_error() {
    List<String> calls = new ArrayList<>();
    Callback witness =
        new Callback() {
          @Override
          public void onTrainFailed(TrainingContext training, Throwable failure) {
            calls.add(failure.getMessage().lines().findFirst().orElseThrow());
          }
        };
    try (Model model = TestModels.model()) {
      assertThatThrownBy(
              () -> model.fit(data, epochs(2).batchSize(8).callbacks(exploding(), witness)))
          .isInstanceOf(NonFiniteException.class);
    }
    assertThat(calls).containsExactly("the loss became Infinity in epoch 1, step 4 of 5");
  }

  @Test
  void terminate_on_nan_ends_quietly_with_the_history_so_far() {
    Weights[] before = new Weights[1];
    List<Integer> batches = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    try (Model model = TestModels.model()) {
      History history =
          model.fit(
              data,
              epochs(3)
                  .batchSize(8)
                  .callbacks(
                      exploding(),
                      terminateOnNaN(),
                      onBatchEnd(
                          (training, batch, logs) -> {
                            batches.add(batch);
                            before[0] = batch == 2 ? training.weights() : before[0];
                          }),
                      onTrainEnd(training -> ends.add("end"))));
      assertThat(history.epochs()).containsExactly(0);
      assertThat(history.last("loss")).isInfinite();
      assertThat(model.weights()).isEqualTo(before[0]);
    }
    assertThat(batches).containsExactly(0, 1, 2, 3);
    assertThat(ends).containsExactly("end");
    assertThat(printed())
        .isEqualTo("Batch 3: Invalid loss, terminating training\n")
        .isEqualTo(GoldenCallbacks.terminateOnNaN().replace("12", "3"));
  }

  @Test
  void a_time_limit_ends_behind_a_step() {
    try (Model model = TestModels.model()) {
      int[] steps = new int[1];
      FitOptions options =
          epochs(3).batchSize(8).callbacks(onBatchEnd((batch, logs) -> steps[0]++));
      model.fit(data, options.callbacks(timeLimit(Duration.ofHours(1)).verbose(1)));
      assertThat(steps[0]).isEqualTo(15);
      History history = model.fit(data, options.callbacks(timeLimit(Duration.ZERO).verbose(1)));
      assertThat(steps[0]).isEqualTo(16);
      assertThat(history.epochs()).containsExactly(0);
    }
    assertThat(printed()).isEqualTo("\nEpoch 1: time limit of 0.0 s reached\n");
  }

  @Test
  void validation_is_told_of() {
    List<String> calls = new ArrayList<>();
    Callback recorder =
        new Callback() {
          @Override
          public void onTestBegin(TrainingContext training) {
            calls.add("begin " + training.iteration());
          }

          @Override
          public void onTestEnd(TrainingContext training, Map<String, Double> logs) {
            calls.add("end " + logs.keySet());
          }
        };
    try (Model model = TestModels.model()) {
      model.fit(data, epochs(1).batchSize(10).validationData(data).callbacks(recorder));
    }
    assertThat(calls).containsExactly("begin 4", "end [accuracy, loss]");
  }

  @Test
  void one_callback_cannot_be_given_twice() {
    Callback stopping = earlyStopping();
    assertThatThrownBy(() -> epochs(1).callbacks(stopping, stopping))
        .hasMessage("fit: the same callback is given twice; make two of them");
    assertThat(epochs(1).callbacks(earlyStopping(), earlyStopping()).callbacks()).hasSize(2);
  }
}
