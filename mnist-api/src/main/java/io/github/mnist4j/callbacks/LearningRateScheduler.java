package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import java.util.Map;

/**
 * Sets the learning rate before each epoch. The rate of each epoch comes into logs and history as
 * {@code learning_rate}.
 *
 * <pre>{@code learningRateScheduler((epoch, rate) -> epoch < 10 ? rate : rate * 0.9)}</pre>
 *
 * @param schedule gives an epoch's rate
 * @param verbose whether it is printed: 0 or 1; 0
 */
public record LearningRateScheduler(EpochRate schedule, int verbose) implements Callback {
  /** Checks that all is there. */
  public LearningRateScheduler {
    Check.notNull(schedule, "LearningRateScheduler", "schedule");
    Check.atLeast(0, verbose, "LearningRateScheduler", "verbose");
  }

  /** Gives the learning rate of an epoch. */
  @FunctionalInterface
  public interface EpochRate {
    /**
     * Returns the rate, 0 or more.
     *
     * @param epoch counted from 0
     * @param learningRate the rate so far
     */
    double at(int epoch, double learningRate);
  }

  @Override
  public void onEpochBegin(TrainingContext training, int epoch) {
    double rate = schedule.at(epoch, training.learningRate());
    training.learningRate(rate);
    if (verbose > 0) {
      training.print(
          "\nEpoch "
              + (epoch + 1)
              + ": LearningRateScheduler setting learning rate to "
              + PythonNumbers.repr(rate)
              + ".");
    }
  }

  @Override
  public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
    logs.put("learning_rate", training.learningRate());
  }

  /** Returns the same callback that prints what it does (1), or does not (0). */
  public LearningRateScheduler verbose(int verbose) {
    return new LearningRateScheduler(schedule, verbose);
  }
}
