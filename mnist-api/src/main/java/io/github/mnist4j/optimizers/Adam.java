package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;

/**
 * Adam (Kingma and Ba 2014): m += (g − m)(1 − β₁), v += (g² − v)(1 − β₂), w −= α·m / (√v + ε), with
 * α = learning rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ).
 *
 * <pre>{@code adam().learningRate(3e-4)}</pre>
 *
 * @param learningRate step size, above 0; Keras' default 0.001
 * @param beta1 decay of the mean, 0 up to but not 1; 0.9
 * @param beta2 decay of the squares, 0 up to but not 1; 0.999
 * @param epsilon added to the root, above 0; 1e-7
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {
  /** Checks the ranges. */
  public Adam {
    Check.positive(learningRate, "Adam", "learningRate");
    Check.inHalfOpen(0, 1, beta1, "Adam", "beta1");
    Check.inHalfOpen(0, 1, beta2, "Adam", "beta2");
    Check.positive(epsilon, "Adam", "epsilon");
  }

  @Override
  public Adam learningRate(double learningRate) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  /** Returns the same optimizer with another decay of the mean. */
  public Adam beta1(double beta1) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  /** Returns the same optimizer with another decay of the squares. */
  public Adam beta2(double beta2) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  /** Returns the same optimizer with another ε. */
  public Adam epsilon(double epsilon) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }
}
