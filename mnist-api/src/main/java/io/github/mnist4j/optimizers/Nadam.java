package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * Adam with Nesterov's look ahead (Dozat 2015): m and v as in {@link Adam}, uₜ = β₁(1 − ½·0.96ᵗ), w
 * −= lr·m̂ / (√v̂ + ε), with m̂ = uₜ₊₁·m / (1 − u₁⋯uₜ₊₁) + (1 − uₜ)·g / (1 − u₁⋯uₜ) and v̂ = v / (1
 * − β₂ᵗ).
 *
 * <pre>{@code nadam().learningRate(0.002)}</pre>
 *
 * @param beta1 decay of the mean, 0 up to but not 1; Keras' default 0.9
 * @param beta2 decay of the squares, 0 up to but not 1; 0.999
 * @param epsilon added to the root, above 0; 1e-7
 * @param options what all optimizers have
 */
public record Nadam(double beta1, double beta2, double epsilon, OptimizerOptions options)
    implements SharedOptions<Nadam> {
  /** Checks the ranges. */
  public Nadam {
    Check.inHalfOpen(0, 1, beta1, "Nadam", "beta1");
    Check.inHalfOpen(0, 1, beta2, "Nadam", "beta2");
    Check.positive(epsilon, "Nadam", "epsilon");
  }

  /** Returns the same optimizer with another decay of the mean. */
  public Nadam beta1(double beta1) {
    return new Nadam(beta1, beta2, epsilon, options);
  }

  /** Returns the same optimizer with another decay of the squares. */
  public Nadam beta2(double beta2) {
    return new Nadam(beta1, beta2, epsilon, options);
  }

  /** Returns the same optimizer with another ε. */
  public Nadam epsilon(double epsilon) {
    return new Nadam(beta1, beta2, epsilon, options);
  }

  @Override
  public Nadam options(OptimizerOptions options) {
    return new Nadam(beta1, beta2, epsilon, options);
  }

  @Override
  public List<List<String>> slots() {
    return List.of(List.of("momentum", "velocity"));
  }

  @Override
  public List<String> scalars() {
    return List.of("u_product");
  }
}
