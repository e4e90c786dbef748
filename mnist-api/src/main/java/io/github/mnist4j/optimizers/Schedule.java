package io.github.mnist4j.optimizers;

/**
 * A learning rate that changes from step to step. {@link Schedules} makes those of Keras; any
 * function of the step is one, too, but only Keras' can be written to files.
 *
 * <pre>{@code
 * adam().learningRate(exponentialDecay(1e-3, 1000, 0.9));
 * adam().learningRate(step -> 1e-3 / Math.sqrt(step + 1));
 * }</pre>
 */
@FunctionalInterface
public interface Schedule {
  /**
   * Returns the learning rate of a step.
   *
   * @param step how many steps were trained before, over all trainings of the model; 0 at first
   * @return 0 or more, and finite
   */
  double at(long step);
}
