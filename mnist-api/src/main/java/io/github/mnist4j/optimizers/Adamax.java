package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * Adam in the infinity norm (Kingma and Ba 2014, section 7.1): m += (g − m)(1 − β₁), u = max(β₂·u,
 * |g|), w −= lr·m / ((1 − β₁ᵗ)(u + ε)).
 *
 * <pre>{@code adamax().learningRate(0.002)}</pre>
 *
 * @param beta1 decay of the mean, 0 up to but not 1; Keras' default 0.9
 * @param beta2 decay of the norm, 0 up to but not 1; 0.999
 * @param epsilon added to the norm, above 0; 1e-7
 * @param options what all optimizers have
 */
public record Adamax(double beta1, double beta2, double epsilon, OptimizerOptions options)
    implements SharedOptions<Adamax> {
  /** Checks the ranges. */
  public Adamax {
    Check.inHalfOpen(0, 1, beta1, "Adamax", "beta1");
    Check.inHalfOpen(0, 1, beta2, "Adamax", "beta2");
    Check.positive(epsilon, "Adamax", "epsilon");
  }

  /** Returns the same optimizer with another decay of the mean. */
  public Adamax beta1(double beta1) {
    return new Adamax(beta1, beta2, epsilon, options);
  }

  /** Returns the same optimizer with another decay of the norm. */
  public Adamax beta2(double beta2) {
    return new Adamax(beta1, beta2, epsilon, options);
  }

  /** Returns the same optimizer with another ε. */
  public Adamax epsilon(double epsilon) {
    return new Adamax(beta1, beta2, epsilon, options);
  }

  @Override
  public Adamax options(OptimizerOptions options) {
    return new Adamax(beta1, beta2, epsilon, options);
  }

  @Override
  public List<List<String>> slots() {
    return List.of(List.of("momentum", "norm"));
  }
}
