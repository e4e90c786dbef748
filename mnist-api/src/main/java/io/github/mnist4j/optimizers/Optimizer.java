package io.github.mnist4j.optimizers;

import java.util.List;

/**
 * How weights follow their gradients: hyper-parameters only, no state. {@link Optimizers} makes
 * them with Keras' defaults; {@link SharedOptions} has what can be set of each.
 *
 * <p>Formulas and defaults are Keras 3's; w is a weight, g its gradient, lr the learning rate, t
 * the step counted from 1.
 *
 * <pre>{@code
 * Optimizer optimizer = adamW().learningRate(cosineDecay(1e-3, 5000)).weightDecay(0.01);
 * cnn.compile(optimizer, sparseCategoricalCrossentropy().fromLogits(), accuracy());
 * }</pre>
 */
public sealed interface Optimizer permits SharedOptions {
  /** Returns what all optimizers have. */
  OptimizerOptions options();

  /** Returns the same optimizer with other options. */
  Optimizer options(OptimizerOptions options);

  /**
   * Returns the step size of the first step; callbacks may change it where there is no schedule.
   */
  default double learningRate() {
    return options().learningRate();
  }

  /** Returns the same optimizer with another step size, for every step. */
  Optimizer learningRate(double learningRate);

  /** Returns the same optimizer with a step size for each step; {@link Schedules} makes Keras'. */
  Optimizer learningRate(Schedule schedule);

  /**
   * Returns the names of the numbers that an engine keeps for each weight, in groups, as Keras'
   * files have them: those of a group follow one another parameter by parameter, the groups one
   * behind the other. For engine authors.
   */
  List<List<String>> slots();

  /** Returns the names of single numbers that an engine keeps behind them. For engine authors. */
  default List<String> scalars() {
    return List.of();
  }
}
