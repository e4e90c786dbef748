package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * Adam (Kingma and Ba 2014): m += (g − m)(1 − β₁), v += (g² − v)(1 − β₂), w −= α·m / (√v + ε), with
 * α = lr · √(1 − β₂ᵗ) / (1 − β₁ᵗ). AMSGrad (Reddi, Kale and Kumar 2018) divides by the largest v so
 * far.
 *
 * <pre>{@code adam().learningRate(3e-4).amsgrad(true)}</pre>
 *
 * @param beta1 decay of the mean, 0 up to but not 1; Keras' default 0.9
 * @param beta2 decay of the squares, 0 up to but not 1; 0.999
 * @param epsilon added to the root, above 0; 1e-7
 * @param amsgrad whether v is the largest so far in the update; false
 * @param options what all optimizers have
 */
public record Adam(
    double beta1, double beta2, double epsilon, boolean amsgrad, OptimizerOptions options)
    implements SharedOptions<Adam> {
  /** Checks the ranges. */
  public Adam {
    Check.inHalfOpen(0, 1, beta1, "Adam", "beta1");
    Check.inHalfOpen(0, 1, beta2, "Adam", "beta2");
    Check.positive(epsilon, "Adam", "epsilon");
  }

  /** Returns the same optimizer with another decay of the mean. */
  public Adam beta1(double beta1) {
    return new Adam(beta1, beta2, epsilon, amsgrad, options);
  }

  /** Returns the same optimizer with another decay of the squares. */
  public Adam beta2(double beta2) {
    return new Adam(beta1, beta2, epsilon, amsgrad, options);
  }

  /** Returns the same optimizer with another ε. */
  public Adam epsilon(double epsilon) {
    return new Adam(beta1, beta2, epsilon, amsgrad, options);
  }

  /** Returns the same optimizer with or without AMSGrad's largest squares. */
  public Adam amsgrad(boolean amsgrad) {
    return new Adam(beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public Adam options(OptimizerOptions options) {
    return new Adam(beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public List<List<String>> slots() {
    List<String> moments = List.of("momentum", "velocity");
    return amsgrad ? List.of(moments, List.of("velocity_hat")) : List.of(moments);
  }
}
