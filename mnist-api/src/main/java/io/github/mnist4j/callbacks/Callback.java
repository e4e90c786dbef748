package io.github.mnist4j.callbacks;

import java.util.Map;

/**
 * What a program does between the steps of a training; every method does nothing unless written
 * anew. An exception thrown here ends the training and leaves the model usable.
 *
 * <pre>{@code
 * model.fit(train, epochs(100).validationData(test).callbacks(new Callback() {
 *   @Override
 *   public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
 *     if (logs.get("val_accuracy") > 0.99) {
 *       training.stop();
 *     }
 *   }
 * }));
 * }</pre>
 */
public interface Callback {
  /** Called once, before the first epoch. */
  default void onTrainBegin(TrainingContext training) {}

  /**
   * Called once, behind the last epoch; also where a callback stopped the training, not where it
   * failed.
   */
  default void onTrainEnd(TrainingContext training) {}

  /**
   * Called before each epoch.
   *
   * @param epoch counted from 0
   */
  default void onEpochBegin(TrainingContext training, int epoch) {}

  /**
   * Called behind each epoch and its validation.
   *
   * @param epoch counted from 0
   * @param logs loss and metrics over the epoch, and those of the validation with {@code val_} in
   *     front; what is put in stays, for later callbacks and for the history
   */
  default void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {}

  /**
   * Called behind each step.
   *
   * @param batch counted from 0
   * @param logs loss and metrics over the epoch so far
   */
  default void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {}
}
