package io.github.mnist4j.examples.guides;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.callbacks.Callbacks.backupAndRestore;
import static io.github.mnist4j.callbacks.Callbacks.csvLogger;
import static io.github.mnist4j.callbacks.Callbacks.earlyStopping;
import static io.github.mnist4j.callbacks.Callbacks.learningRateScheduler;
import static io.github.mnist4j.callbacks.Callbacks.modelCheckpoint;
import static io.github.mnist4j.callbacks.Callbacks.onBatchEnd;
import static io.github.mnist4j.callbacks.Callbacks.onEpochEnd;
import static io.github.mnist4j.callbacks.Callbacks.reduceLROnPlateau;
import static io.github.mnist4j.callbacks.Callbacks.tensorBoard;
import static io.github.mnist4j.callbacks.Callbacks.terminateOnNaN;
import static io.github.mnist4j.callbacks.Callbacks.timeLimit;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.losses.Losses.meanSquaredError;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static io.github.mnist4j.optimizers.Optimizers.sgd;
import static io.github.mnist4j.optimizers.Schedules.cosineDecay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.errors.NonFiniteException;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbacksGuideTest {
  private static final Dataset TRAIN = Mnist.load().train().take(320);
  private static final Dataset VALIDATION = Mnist.load().train().range(50_000, 50_160);

  @TempDir private Path folder;
  private final Dataset train = TRAIN;
  private final Dataset validation = VALIDATION;

  private static Model model() {
    return model(adam());
  }

  private static Model model(Optimizer optimizer) {
    return Sequential.of(Input(28, 28, 1), Flatten(), Dense(32, relu), Dense(10))
        .compile(
            CompileOptions.of(optimizer, sparseCategoricalCrossentropy().fromLogits(), accuracy())
                .seed(1));
  }

  @Test
  void the_usual_ones_together() throws IOException {
    try (Model model = model(adam(0.01))) {
      // #region usual
      History history =
          model.fit(
              train,
              epochs(100)
                  .validationData(validation)
                  .verbose(0)
                  .callbacks(
                      earlyStopping().patience(5),
                      reduceLROnPlateau().factor(0.5).patience(2),
                      modelCheckpoint(folder + "/best.keras").saveBestOnly(true),
                      csvLogger(folder.resolve("log.csv")),
                      tensorBoard(folder.resolve("logs"))));
      // #endregion usual
      assertThat(history.epochs()).hasSizeLessThan(100);
      double[] losses = history.get("val_loss");
      double best = Arrays.stream(losses).min().orElseThrow();
      assertThat(model.evaluate(validation, 160, Verbosity.SILENT).loss())
          .isCloseTo(best, within(1e-5));
      try (Model loaded = Models.load(folder.resolve("best.keras"))) {
        assertThat(loaded.predict(train)).isEqualTo(model.predict(train));
      }
      assertThat(history.get("learning_rate")[0]).isEqualTo(0.01);
      assertThat(history.last("learning_rate")).isLessThan(0.01);
      String header = Files.readString(folder.resolve("log.csv")).lines().findFirst().orElseThrow();
      Pages.assertShown("callbacks.md", header);
      assertThat(folder.resolve("logs/train")).isNotEmptyDirectory();
      assertThat(folder.resolve("logs/validation")).isNotEmptyDirectory();
    }
  }

  @Test
  void a_file_an_epoch() {
    try (Model model = model()) {
      // #region checkpoint
      String name = folder + "/{epoch:02d}-{val_accuracy:.3f}.weights.h5";
      model.fit(
          train,
          epochs(2)
              .validationData(validation)
              .verbose(0)
              .callbacks(modelCheckpoint(name).monitor("val_accuracy")));
      // #endregion checkpoint
      assertThat(folder.toFile().list())
          .hasSize(2)
          .allMatch(file -> file.matches("0[12]-0\\.\\d{3}\\.weights\\.h5"));
    }
  }

  @Test
  void lambdas() {
    try (Model model = model(adam(0.01))) {
      // #region lambdas
      History history =
          model.fit(
              train,
              epochs(100)
                  .validationData(validation)
                  .verbose(0)
                  .callbacks(
                      onEpochEnd(
                          (training, epoch, logs) -> {
                            logs.put("gap", logs.get("accuracy") - logs.get("val_accuracy"));
                            if (logs.get("val_accuracy") > 0.8) {
                              training.stop();
                            }
                          })));
      double[] gap = history.get("gap"); // what is put into the logs stays
      // #endregion lambdas
      assertThat(gap).hasSizeBetween(1, 99);
      assertThat(history.last("val_accuracy")).isGreaterThan(0.8);
    }
  }

  // #region own
  /** Remembers the step with the greatest change of the loss. */
  static final class LargestJump implements Callback {
    private static final class Run { // what is remembered of one training
      private double last = Double.NaN;
      private double largest;
      private int step;
    }

    @Override
    public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
      Run run = training.state(this, Run::new);
      double jump = Math.abs(logs.get("loss") - run.last);
      if (jump > run.largest) {
        run.largest = jump;
        run.step = batch;
      }
      run.last = logs.get("loss");
    }

    @Override
    public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
      logs.put("largest_jump_at", (double) training.state(this, Run::new).step);
    }
  }

  // #endregion own

  @Test
  void one_of_your_own() {
    LargestJump jump = new LargestJump();
    try (Model first = model();
        Model second = model()) {
      History history = first.fit(train, epochs(1).verbose(0).callbacks(jump));
      assertThat(history.last("largest_jump_at")).isBetween(1.0, 9.0);
      assertThat(second.fit(train, epochs(1).verbose(0).callbacks(jump)).toString())
          .isEqualTo(history.toString());
    }
  }

  @Test
  void learning_rates() {
    try (Model model = model()) {
      // #region scheduler
      model.fit(
          train,
          epochs(3)
              .verbose(0)
              .callbacks(learningRateScheduler((epoch, rate) -> epoch < 2 ? rate : rate / 10)));
      // #endregion scheduler
      assertThat(model.learningRate()).isCloseTo(1e-4, within(1e-9));
    }
    try (Model model = model(adam().learningRate(cosineDecay(1e-3, 100)))) {
      Throwable thrown =
          catchThrowable(
              () ->
                  model.fit(
                      train,
                      epochs(1)
                          .verbose(0)
                          .callbacks(learningRateScheduler((epoch, rate) -> rate / 2))));
      Pages.assertShown("callbacks.md", thrown.getMessage());
    }
  }

  @Test
  void ends() {
    try (Model model = model()) {
      // #region ends
      model.fit(
          train,
          epochs(1000).verbose(0).callbacks(timeLimit(Duration.ofMillis(200)), terminateOnNaN()));
      // #endregion ends
    }
    try (Model model =
        Sequential.of(Input(28, 28, 1), Flatten(), Dense(1))
            .compile(sgd(1e9), meanSquaredError())) {
      assertThatThrownBy(() -> model.fit(train, epochs(50).verbose(0)))
          .isInstanceOf(NonFiniteException.class);
      History history = model.fit(train, epochs(50).verbose(0).callbacks(terminateOnNaN()));
      assertThat(history.epochs()).hasSizeLessThan(50);
    }
  }

  @Test
  void another_thread_ends_it() throws InterruptedException {
    try (Model model = model()) {
      // #region stop
      CountDownLatch begun = new CountDownLatch(1);
      Callback first = onBatchEnd((batch, logs) -> begun.countDown());
      Thread training =
          new Thread(() -> model.fit(train, epochs(1_000_000).verbose(0).callbacks(first)));
      training.start();
      begun.await();
      model.stopTraining(); // whoever calls it
      training.join();
      // #endregion stop
      assertThat(model.predict(train)).isNotNull();
    }
  }

  @Test
  void a_training_that_is_cut_off_goes_on() {
    Tensor whole;
    try (Model model = model()) {
      model.fit(train, epochs(4).verbose(0));
      whole = model.predict(validation);
    }
    Path backup = folder.resolve("backup");
    Callback powerCut =
        onBatchEnd(
            (training, batch, logs) -> {
              if (training.iteration() == 25) {
                throw new IllegalStateException("no power");
              }
            });
    try (Model model = model()) {
      assertThatThrownBy(
              () ->
                  model.fit(
                      train, epochs(4).verbose(0).callbacks(powerCut, backupAndRestore(backup))))
          .hasMessage("no power");
    }
    try (Model model = model()) { // the program was started again
      // #region backup
      History rest = model.fit(train, epochs(4).verbose(0).callbacks(backupAndRestore(backup)));
      // #endregion backup
      assertThat(rest.epochs()).containsExactly(2, 3);
      assertThat(model.predict(validation)).isEqualTo(whole);
    }
    assertThat(backup).doesNotExist();
  }
}
