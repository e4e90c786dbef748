package io.github.mnist4j.callbacks;

import java.util.Map;

/**
 * What a program does between the steps of a training; every method does nothing unless written
 * anew. An exception thrown here ends the training and leaves the model usable. {@link Callbacks}
 * makes Keras' own, and callbacks of a single lambda.
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
 *
 * <p>A callback may serve several trainings, even at once; what it remembers of one belongs into
 * {@link TrainingContext#state}.
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
   * Called once, in place of {@link #onTrainEnd}, where the training failed; the model is still
   * open. What is thrown here is added to the failure.
   */
  default void onTrainFailed(TrainingContext training, Throwable failure) {}

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
   * Called before each step.
   *
   * @param batch counted from 0
   */
  default void onBatchBegin(TrainingContext training, int batch) {}

  /**
   * Called behind each step.
   *
   * @param batch counted from 0
   * @param logs loss and metrics over the epoch so far
   */
  default void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {}

  /**
   * Called where the loss of a step is not finite; the weights are those of the step before.
   *
   * @param batch counted from 0
   * @param loss what it became
   * @return whether the training ends behind this step, as if it had been stopped, instead of by a
   *     {@link io.github.mnist4j.errors.NonFiniteException}; one callback is enough
   */
  default boolean onLossNotFinite(TrainingContext training, int batch, double loss) {
    return false;
  }

  /** Called before each validation within a training. */
  default void onTestBegin(TrainingContext training) {}

  /**
   * Called behind each validation within a training.
   *
   * @param logs loss and metrics of the validation, without {@code val_}
   */
  default void onTestEnd(TrainingContext training, Map<String, Double> logs) {}
}
