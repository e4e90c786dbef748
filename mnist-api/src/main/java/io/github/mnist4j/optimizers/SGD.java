package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;

/**
 * Gradient descent, with momentum where it is above 0: m ← μ·m − lr·g; w += m, or with Nesterov's
 * look ahead w += μ·m − lr·g (Sutskever et al. 2013).
 *
 * <pre>{@code sgd().momentum(0.9).nesterov(true)}</pre>
 *
 * @param learningRate step size lr, above 0; Keras' default 0.01
 * @param momentum μ, 0 to 1; 0
 * @param nesterov whether to look ahead; false
 */
public record SGD(double learningRate, double momentum, boolean nesterov) implements Optimizer {
  /** Checks the ranges. */
  public SGD {
    Check.positive(learningRate, "SGD", "learningRate");
    Check.inHalfOpen(0, Math.nextUp(1.0), momentum, "SGD", "momentum");
  }

  @Override
  public SGD learningRate(double learningRate) {
    return new SGD(learningRate, momentum, nesterov);
  }

  /** Returns the same optimizer with another momentum. */
  public SGD momentum(double momentum) {
    return new SGD(learningRate, momentum, nesterov);
  }

  /** Returns the same optimizer with or without Nesterov's look ahead. */
  public SGD nesterov(boolean nesterov) {
    return new SGD(learningRate, momentum, nesterov);
  }
}
