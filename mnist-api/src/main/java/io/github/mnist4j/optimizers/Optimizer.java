package io.github.mnist4j.optimizers;

/**
 * How weights follow their gradients: hyper-parameters only, no state. {@link Optimizers} makes
 * them with Keras' defaults.
 *
 * <p>Formulas and defaults are Keras 3's; w is a weight, g its gradient, t the step counted from 1.
 */
public sealed interface Optimizer permits Adam, SGD {
  /** Returns the step size at the start; callbacks may change it. */
  double learningRate();

  /** Returns the same optimizer with another step size. */
  Optimizer learningRate(double learningRate);
}
