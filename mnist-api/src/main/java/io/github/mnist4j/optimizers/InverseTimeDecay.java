package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;

/**
 * Rate = initialLearningRate / (1 + decayRate · step / decaySteps).
 *
 * <pre>{@code inverseTimeDecay(0.1, 1000, 0.5)}</pre>
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param decaySteps how many steps, at least 1
 * @param decayRate how fast it falls, 0 or more
 * @param staircase whether step / decaySteps is rounded down, so that the rate changes every so
 *     many steps; false
 */
public record InverseTimeDecay(
    double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
    implements Schedule {
  /** Checks the ranges. */
  public InverseTimeDecay {
    Check.notNegative(initialLearningRate, "InverseTimeDecay", "initialLearningRate");
    Check.atLeast(1, decaySteps, "InverseTimeDecay", "decaySteps");
    Check.notNegative(decayRate, "InverseTimeDecay", "decayRate");
  }

  /** Returns the same schedule in stairs or smoothly. */
  public InverseTimeDecay staircase(boolean staircase) {
    return new InverseTimeDecay(initialLearningRate, decaySteps, decayRate, staircase);
  }

  @Override
  public double at(long step) {
    double periods = (double) step / decaySteps;
    return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(periods) : periods));
  }
}
