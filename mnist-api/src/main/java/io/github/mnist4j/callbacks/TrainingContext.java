package io.github.mnist4j.callbacks;

import io.github.mnist4j.spi.Weights;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The training that a callback is called in, and what the callback may do to it.
 *
 * <pre>{@code
 * onEpochEnd((training, epoch, logs) -> {
 *   training.print("epoch " + epoch + " at step " + training.iteration());
 *   if (logs.get("loss") < 0.01) {
 *     training.saveWeights(Path.of("good.weights.h5"));
 *     training.stop();
 *   }
 * })
 * }</pre>
 */
public interface TrainingContext {
  /** Returns the number of epochs that were asked for. */
  int epochs();

  /** Returns the number of steps of an epoch. */
  int steps();

  /** Returns how many steps the optimizer has made, in all trainings of this model. */
  long iteration();

  /**
   * Asks the training to end behind the step that is running; validation and the ends of epoch and
   * training still come.
   */
  void stop();

  /** Returns the optimizer's step size, as the next step will take it. */
  double learningRate();

  /**
   * Sets the optimizer's step size, from the next step on and for later trainings of this model.
   *
   * @throws IllegalStateException if the optimizer has a schedule of it
   */
  void learningRate(double learningRate);

  /** Returns a copy of the weights. */
  Weights weights();

  /**
   * Takes over weights.
   *
   * @throws io.github.mnist4j.errors.ShapeException if they are not of this network
   */
  void load(Weights weights);

  /**
   * Saves the model, in the format that the name's ending says; an older file is replaced whole or
   * not at all.
   *
   * @throws IllegalArgumentException if no format has this ending, or the format cannot carry the
   *     model
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  void save(Path file);

  /**
   * Saves the weights; an older file is replaced whole or not at all.
   *
   * @param file a name that ends in {@code .weights.h5}
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  void saveWeights(Path file);

  /**
   * Writes down where the training stands: weights, optimizer, learning rate, and the epoch that
   * comes next. What was written before is replaced whole or not at all.
   *
   * @param folder where to; made if it is not there
   * @param nextEpoch counted from 0
   * @throws java.io.UncheckedIOException if a file cannot be written
   */
  void backup(Path folder, int nextEpoch);

  /**
   * Goes on where {@link #backup} wrote that a training stood; only before the first epoch.
   *
   * @return whether there was anything
   * @throws io.github.mnist4j.errors.ModelFormatException if it is damaged, or of another network;
   *     nothing is changed then
   * @throws IllegalStateException if the first epoch has begun
   * @throws java.io.UncheckedIOException if a file cannot be read
   */
  boolean restore(Path folder);

  /**
   * Deletes what {@link #backup} wrote, and the folder if nothing else is in it.
   *
   * @throws java.io.UncheckedIOException if a file cannot be deleted
   */
  void deleteBackup(Path folder);

  /**
   * Returns which way a logged value gets better: {@code loss} is to become small, and metrics say
   * it themselves; empty where nobody knows.
   *
   * @param name its name in logs, with or without {@code val_}
   */
  Optional<Mode> direction(String name);

  /**
   * Returns what a callback remembers of this training.
   *
   * @param callback whose it is
   * @param start makes it, when it is asked for first
   */
  <T> T state(Callback callback, Supplier<T> start);

  /** Prints a line on standard output. */
  void print(String line);
}
