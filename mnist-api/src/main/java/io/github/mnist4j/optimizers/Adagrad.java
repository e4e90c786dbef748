package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * Steps that shrink with all gradients so far (Duchi, Hazan and Singer 2011): a += g², w −= lr·g /
 * √(a + ε).
 *
 * <pre>{@code adagrad().learningRate(0.01)}</pre>
 *
 * @param initialAccumulatorValue what a starts from, 0 or more; Keras' default 0.1
 * @param epsilon added under the root, above 0; 1e-7
 * @param options what all optimizers have
 */
public record Adagrad(double initialAccumulatorValue, double epsilon, OptimizerOptions options)
    implements SharedOptions<Adagrad> {
  /** Checks the ranges. */
  public Adagrad {
    Check.notNegative(initialAccumulatorValue, "Adagrad", "initialAccumulatorValue");
    Check.positive(epsilon, "Adagrad", "epsilon");
  }

  /** Returns the same optimizer with another start of the sums. */
  public Adagrad initialAccumulatorValue(double initialAccumulatorValue) {
    return new Adagrad(initialAccumulatorValue, epsilon, options);
  }

  /** Returns the same optimizer with another ε. */
  public Adagrad epsilon(double epsilon) {
    return new Adagrad(initialAccumulatorValue, epsilon, options);
  }

  @Override
  public Adagrad options(OptimizerOptions options) {
    return new Adagrad(initialAccumulatorValue, epsilon, options);
  }

  @Override
  public List<List<String>> slots() {
    return List.of(List.of("accumulator"));
  }
}
