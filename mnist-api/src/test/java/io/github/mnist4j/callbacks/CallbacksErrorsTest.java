package io.github.mnist4j.callbacks;

import static io.github.mnist4j.callbacks.Callbacks.csvLogger;
import static io.github.mnist4j.callbacks.Callbacks.earlyStopping;
import static io.github.mnist4j.callbacks.Callbacks.learningRateScheduler;
import static io.github.mnist4j.callbacks.Callbacks.modelCheckpoint;
import static io.github.mnist4j.callbacks.Callbacks.reduceLROnPlateau;
import static io.github.mnist4j.callbacks.Callbacks.timeLimit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CallbacksErrorsTest {
  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void defaults_are_keras_but_for_restored_weights() {
    assertThat(earlyStopping())
        .isEqualTo(new EarlyStopping("val_loss", 0, 0, 0, Mode.AUTO, null, true, 0));
    assertThat(reduceLROnPlateau())
        .isEqualTo(new ReduceLROnPlateau("val_loss", 0.1, 10, 0, Mode.AUTO, 1e-4, 0, 0));
    assertThat(modelCheckpoint("a.keras"))
        .isEqualTo(new ModelCheckpoint("a.keras", "val_loss", 0, false, false, Mode.AUTO, 0, null));
    assertThat(csvLogger(Path.of("a"))).isEqualTo(new CSVLogger(Path.of("a"), ",", false));
  }

  @Test
  void ranges_are_checked() {
    refused(
        () -> earlyStopping().patience(-1), "EarlyStopping: patience must be at least 0, got -1");
    refused(
        () -> earlyStopping().minDelta(Double.NaN),
        "EarlyStopping: minDelta must be finite, got NaN");
    refused(
        () -> earlyStopping().baseline(Double.NaN),
        "EarlyStopping: baseline must be finite, got NaN");
    refused(
        () -> earlyStopping().startFromEpoch(-1),
        "EarlyStopping: startFromEpoch must be at least 0, got -1");
    refused(
        () -> reduceLROnPlateau().factor(1),
        "ReduceLROnPlateau: factor must be at least 0.0 and less than 1.0, got 1.0");
    refused(
        () -> reduceLROnPlateau().cooldown(-1),
        "ReduceLROnPlateau: cooldown must be at least 0, got -1");
    refused(
        () -> reduceLROnPlateau().minLr(-1),
        "ReduceLROnPlateau: minLr must be zero or more and finite, got -1.0");
    refused(
        () -> modelCheckpoint("a.keras").saveFreq(-1),
        "ModelCheckpoint: saveFreq must be at least 0, got -1");
    refused(
        () -> learningRateScheduler((epoch, rate) -> rate).verbose(-1),
        "LearningRateScheduler: verbose must be at least 0, got -1");
    refused(
        () -> timeLimit(Duration.ofSeconds(-1)),
        "TimeLimit: limit must not be negative, got PT-1S");
    refused(
        () -> csvLogger(Path.of("a")).separator("::"),
        "CSVLogger: separator must be one character and no quote, got '::'");
  }

  @Test
  void a_value_of_unknown_direction_needs_a_mode() {
    refused(
        () -> earlyStopping().monitor("val_f1").onTrainBegin(new FakeTraining(1)),
        """
        EarlyStopping cannot tell which way 'val_f1' gets better
          expected: a loss, or a metric of the model that says so itself
          got:      mode AUTO
          fix:      check the name, or say .mode(Mode.MAX) or .mode(Mode.MIN)
          see:      https://mnist4j.github.io/troubleshooting#monitor-mode""");
  }

  @Test
  void a_checkpoint_needs_a_name_that_can_be_written() {
    refused(
        () -> modelCheckpoint("a.txt"),
        """
        ModelCheckpoint cannot save under this name
          expected: a name that ends in .keras or .h5, for a whole model
          got:      a.txt
          see:      https://mnist4j.github.io/troubleshooting#checkpoint-file""");
    refused(
        () -> modelCheckpoint("a.keras").saveWeightsOnly(true),
        """
        ModelCheckpoint cannot save under this name
          expected: a name that ends in .weights.h5, for weights alone
          got:      a.keras
          see:      https://mnist4j.github.io/troubleshooting#checkpoint-file""");
    refused(
        () -> modelCheckpoint("a{epoch:+d}.keras"),
        """
        ModelCheckpoint: 'a{epoch:+d}.keras' is no pattern of a file's name
          expected: places such as {epoch:02d}, {val_loss:.2f}, {loss:.3e} or {loss}; {{ is a brace
          got:      a brace at place 1
          see:      https://mnist4j.github.io/troubleshooting#checkpoint-file""");
  }

  @Test
  void a_place_without_a_value_names_those_there_are() {
    Callback callback = modelCheckpoint("{epoch}-{val_los:.2f}.keras");
    refused(
        () -> callback.onEpochEnd(new FakeTraining(1), 0, Map.of("val_loss", 1.0)),
        """
        unknown value in a checkpoint's file name 'val_los'
          expected: one of epoch, val_loss
          fix:      did you mean 'val_loss'?
          see:      https://mnist4j.github.io/troubleshooting#unknown-name""");
  }

  @Test
  void a_first_value_that_is_nan_is_not_the_best() {
    FakeTraining training = new FakeTraining(1);
    Callback callback = earlyStopping().patience(3);
    double[] values = {Double.NaN, 0.5, 0.6, 0.4};
    for (int epoch = 0; epoch < values.length; epoch++) {
      training.weight = epoch;
      callback.onEpochEnd(training, epoch, Map.of("val_loss", values[epoch]));
    }
    callback.onTrainEnd(training);
    assertThat(training.stopped).isFalse();
    assertThat(training.weight).isEqualTo(3);
  }

  @Test
  void the_best_weights_are_restored_where_training_fails() {
    FakeTraining training = new FakeTraining(1);
    Callback callback = earlyStopping().patience(3);
    callback.onTrainBegin(training);
    training.weight = 1;
    callback.onEpochEnd(training, 0, Map.of("val_loss", 1.0));
    training.weight = 2;
    callback.onTrainFailed(training, new IllegalStateException());
    assertThat(training.weight).isEqualTo(1);
  }

  @Test
  void a_time_is_over_also_where_the_clock_runs_over() {
    Duration second = Duration.ofSeconds(1);
    assertThat(TimeLimit.isOver(0, 999_999_999, second)).isFalse();
    assertThat(TimeLimit.isOver(0, 1_000_000_000, second)).isTrue();
    assertThat(TimeLimit.isOver(Long.MAX_VALUE, Long.MIN_VALUE + 10, second)).isFalse();
    assertThat(TimeLimit.isOver(Long.MAX_VALUE, Long.MIN_VALUE + 1_000_000_000, second)).isTrue();
  }
}
