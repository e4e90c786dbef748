package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import org.jspecify.annotations.Nullable;

/**
 * What all optimizers have; set by the methods of {@link SharedOptions}.
 *
 * @param learningRate step size, above 0
 * @param weightDecay wd of w −= w·wd·lr, which comes before each update, 0 or more; {@code null}:
 *     none
 */
public record OptimizerOptions(double learningRate, @Nullable Double weightDecay) {
  private static final String OWNER = "optimizer";

  /** Checks the ranges. */
  public OptimizerOptions {
    Check.positive(learningRate, OWNER, "learningRate");
    if (weightDecay != null) {
      Check.notNegative(weightDecay, OWNER, "weightDecay");
    }
  }

  /** Returns Keras' options: a step size, and nothing else. */
  public static OptimizerOptions of(double learningRate) {
    return new OptimizerOptions(learningRate, null);
  }

  /** Returns the same options with another step size. */
  public OptimizerOptions learningRate(double learningRate) {
    return new OptimizerOptions(learningRate, weightDecay);
  }

  /** Returns the same options with another decay of the weights, or with none. */
  public OptimizerOptions weightDecay(@Nullable Double weightDecay) {
    return new OptimizerOptions(learningRate, weightDecay);
  }
}
