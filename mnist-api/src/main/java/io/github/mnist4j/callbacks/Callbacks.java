package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

/**
 * Makes callbacks, with Keras' names and, but for {@link #earlyStopping}, its defaults.
 *
 * <pre>{@code
 * model.fit(
 *     train,
 *     epochs(100)
 *         .validationData(test)
 *         .callbacks(
 *             earlyStopping().patience(5),
 *             reduceLROnPlateau().patience(2),
 *             modelCheckpoint("best.keras").saveBestOnly(true),
 *             onEpochEnd((epoch, logs) -> System.out.println(epoch + " " + logs))));
 * }</pre>
 */
public final class Callbacks {
  private Callbacks() {}

  /** Ends the training where {@code val_loss} becomes no better, and restores the best weights. */
  public static EarlyStopping earlyStopping() {
    return new EarlyStopping("val_loss", 0, 0, 0, Mode.AUTO, null, true, 0);
  }

  /** Divides the learning rate by 10 where {@code val_loss} becomes no better for 10 epochs. */
  public static ReduceLROnPlateau reduceLROnPlateau() {
    return new ReduceLROnPlateau("val_loss", 0.1, 10, 0, Mode.AUTO, 1e-4, 0, 0);
  }

  /**
   * Saves the model behind each epoch; only its weights where the name ends in {@code .weights.h5}.
   *
   * @param filepath such as {@code runs/{epoch:02d}-{val_loss:.2f}.keras}
   */
  public static ModelCheckpoint modelCheckpoint(String filepath) {
    boolean weights = filepath.endsWith(".weights.h5");
    return new ModelCheckpoint(filepath, "val_loss", 0, false, weights, Mode.AUTO, 0, null);
  }

  /** Sets the learning rate before each epoch, by a function of the epoch and the rate so far. */
  public static LearningRateScheduler learningRateScheduler(
      LearningRateScheduler.EpochRate schedule) {
    return new LearningRateScheduler(schedule, 0);
  }

  /** Writes a row of values behind each epoch, separated by commas. */
  public static CSVLogger csvLogger(Path filename) {
    return new CSVLogger(filename, ",", false);
  }

  /** Writes curves for TensorBoard, a point an epoch. */
  public static TensorBoard tensorBoard(Path logDir) {
    return new TensorBoard(logDir, 0);
  }

  /** Ends the training quietly where a loss is not finite. */
  public static TerminateOnNaN terminateOnNaN() {
    return new TerminateOnNaN();
  }

  /** Lets a training that was cut off go on where it stood. */
  public static BackupAndRestore backupAndRestore(Path backupDir) {
    return new BackupAndRestore(backupDir, true);
  }

  /** Ends the training behind the step at which a time has passed. */
  public static TimeLimit timeLimit(Duration limit) {
    return new TimeLimit(limit, 0);
  }

  /** Something to do with an epoch's logs. */
  @FunctionalInterface
  public interface LogsAction {
    /**
     * Does it.
     *
     * @param number the epoch or the batch, counted from 0
     * @param logs loss and metrics; what is put into those of an epoch stays
     */
    void accept(int number, Map<String, Double> logs);
  }

  /** Something to do with a training, and the logs of an epoch or a batch. */
  @FunctionalInterface
  public interface TrainingLogsAction {
    /**
     * Does it.
     *
     * @param training where it is called
     * @param number the epoch or the batch, counted from 0
     * @param logs loss and metrics; what is put into those of an epoch stays
     */
    void accept(TrainingContext training, int number, Map<String, Double> logs);
  }

  /** Does something before the first epoch. */
  public static Callback onTrainBegin(Consumer<TrainingContext> action) {
    Check.notNull(action, "onTrainBegin", "the action");
    return new Callback() {
      @Override
      public void onTrainBegin(TrainingContext training) {
        action.accept(training);
      }
    };
  }

  /** Does something behind the last epoch. */
  public static Callback onTrainEnd(Consumer<TrainingContext> action) {
    Check.notNull(action, "onTrainEnd", "the action");
    return new Callback() {
      @Override
      public void onTrainEnd(TrainingContext training) {
        action.accept(training);
      }
    };
  }

  /**
   * Does something before each epoch.
   *
   * <pre>{@code onEpochBegin((training, epoch) -> training.learningRate(epoch < 5 ? 1e-3 : 1e-4))}
   * </pre>
   */
  public static Callback onEpochBegin(ObjIntConsumer<TrainingContext> action) {
    Check.notNull(action, "onEpochBegin", "the action");
    return new Callback() {
      @Override
      public void onEpochBegin(TrainingContext training, int epoch) {
        action.accept(training, epoch);
      }
    };
  }

  /** Does something behind each epoch. */
  public static Callback onEpochEnd(LogsAction action) {
    Check.notNull(action, "onEpochEnd", "the action");
    return onEpochEnd((training, epoch, logs) -> action.accept(epoch, logs));
  }

  /**
   * Does something behind each epoch, with the training at hand.
   *
   * <pre>{@code
   * onEpochEnd((training, epoch, logs) -> {
   *   if (logs.get("val_accuracy") > 0.99) {
   *     training.stop();
   *   }
   * })
   * }</pre>
   */
  public static Callback onEpochEnd(TrainingLogsAction action) {
    Check.notNull(action, "onEpochEnd", "the action");
    return new Callback() {
      @Override
      public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
        action.accept(training, epoch, logs);
      }
    };
  }

  /** Does something before each step. */
  public static Callback onBatchBegin(ObjIntConsumer<TrainingContext> action) {
    Check.notNull(action, "onBatchBegin", "the action");
    return new Callback() {
      @Override
      public void onBatchBegin(TrainingContext training, int batch) {
        action.accept(training, batch);
      }
    };
  }

  /** Does something behind each step. */
  public static Callback onBatchEnd(LogsAction action) {
    Check.notNull(action, "onBatchEnd", "the action");
    return onBatchEnd((training, batch, logs) -> action.accept(batch, logs));
  }

  /** Does something behind each step, with the training at hand. */
  public static Callback onBatchEnd(TrainingLogsAction action) {
    Check.notNull(action, "onBatchEnd", "the action");
    return new Callback() {
      @Override
      public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
        action.accept(training, batch, logs);
      }
    };
  }
}
