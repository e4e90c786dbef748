package io.github.mnist4j.callbacks;

import io.github.mnist4j.spi.Weights;

/** The training that a callback is called in, and what the callback may do to it. */
public interface TrainingContext {
  /** Returns the number of epochs that were asked for. */
  int epochs();

  /** Returns the number of steps of an epoch. */
  int steps();

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
}
