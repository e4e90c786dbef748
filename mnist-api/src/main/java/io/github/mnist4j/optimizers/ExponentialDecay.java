package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;

/**
 * Rate = initialLearningRate · decayRate^(step / decaySteps).
 *
 * <pre>{@code exponentialDecay(1e-3, 1000, 0.9).staircase(true)}</pre>
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param decaySteps how many steps, at least 1
 * @param decayRate what the rate is multiplied by in so many steps, above 0
 * @param staircase whether step / decaySteps is rounded down, so that the rate changes every so
 *     many steps; false
 */
public record ExponentialDecay(
    double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
    implements Schedule {
  /** Checks the ranges. */
  public ExponentialDecay {
    Check.notNegative(initialLearningRate, "ExponentialDecay", "initialLearningRate");
    Check.atLeast(1, decaySteps, "ExponentialDecay", "decaySteps");
    Check.positive(decayRate, "ExponentialDecay", "decayRate");
  }

  /** Returns the same schedule in stairs or smoothly. */
  public ExponentialDecay staircase(boolean staircase) {
    return new ExponentialDecay(initialLearningRate, decaySteps, decayRate, staircase);
  }

  @Override
  public double at(long step) {
    double periods = (double) step / decaySteps;
    return initialLearningRate * Math.pow(decayRate, staircase ? Math.floor(periods) : periods);
  }
}
