package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * Steps of one size, by the sign (Chen et al. 2023): w −= lr·sign(β₁·m + (1 − β₁)·g), m = β₂·m + (1
 * − β₂)·g. Learning rates a third to a tenth of Adam's suit it.
 *
 * <pre>{@code lion().learningRate(1e-4)}</pre>
 *
 * @param beta1 weight of the mean in the step, above 0 to 1; Keras' default 0.9
 * @param beta2 decay of the mean, 0 up to but not 1; 0.99
 * @param options what all optimizers have
 */
public record Lion(double beta1, double beta2, OptimizerOptions options)
    implements SharedOptions<Lion> {
  /** Checks the ranges. */
  public Lion {
    Check.positive(beta1, "Lion", "beta1");
    Check.atMost(1, beta1, "Lion", "beta1");
    Check.inHalfOpen(0, 1, beta2, "Lion", "beta2");
  }

  /** Returns the same optimizer with another weight of the mean. */
  public Lion beta1(double beta1) {
    return new Lion(beta1, beta2, options);
  }

  /** Returns the same optimizer with another decay of the mean. */
  public Lion beta2(double beta2) {
    return new Lion(beta1, beta2, options);
  }

  @Override
  public Lion options(OptimizerOptions options) {
    return new Lion(beta1, beta2, options);
  }

  @Override
  public List<List<String>> slots() {
    return List.of(List.of("momentum"));
  }
}
