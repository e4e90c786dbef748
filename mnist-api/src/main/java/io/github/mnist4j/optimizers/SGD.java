package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * Gradient descent, with momentum where it is above 0: m ← μ·m − lr·g; w += m, or with Nesterov's
 * look ahead w += μ·m − lr·g (Sutskever et al. 2013).
 *
 * <pre>{@code sgd().momentum(0.9).nesterov(true)}</pre>
 *
 * @param momentum μ, 0 to 1; Keras' default 0
 * @param nesterov whether to look ahead; false
 * @param options what all optimizers have
 */
public record SGD(double momentum, boolean nesterov, OptimizerOptions options)
    implements SharedOptions<SGD> {
  /** Checks the ranges. */
  public SGD {
    Check.notNegative(momentum, "SGD", "momentum");
    Check.atMost(1, momentum, "SGD", "momentum");
  }

  /** Returns the same optimizer with another momentum. */
  public SGD momentum(double momentum) {
    return new SGD(momentum, nesterov, options);
  }

  /** Returns the same optimizer with or without Nesterov's look ahead. */
  public SGD nesterov(boolean nesterov) {
    return new SGD(momentum, nesterov, options);
  }

  @Override
  public SGD options(OptimizerOptions options) {
    return new SGD(momentum, nesterov, options);
  }

  @Override
  public List<List<String>> slots() {
    return momentum > 0 ? List.of(List.of("momentum")) : List.of();
  }
}
