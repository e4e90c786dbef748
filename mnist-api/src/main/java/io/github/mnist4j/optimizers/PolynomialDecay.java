package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;

/**
 * Rate = (initialLearningRate − endLearningRate) · (1 − step / decaySteps)^power + endLearningRate,
 * and endLearningRate behind decaySteps. In cycles, decaySteps is instead the first of its
 * multiples that is not before the step, so the rate springs up again each time, to less and less.
 *
 * <pre>{@code polynomialDecay(0.01, 5000).power(2)}</pre>
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param decaySteps how many steps, at least 1
 * @param endLearningRate rate in the end, 0 or more; Keras' default 1e-4
 * @param power above 0; 1, a straight line
 * @param cycle whether it begins anew; false
 */
public record PolynomialDecay(
    double initialLearningRate, int decaySteps, double endLearningRate, double power, boolean cycle)
    implements Schedule {
  /** Checks the ranges. */
  public PolynomialDecay {
    Check.notNegative(initialLearningRate, "PolynomialDecay", "initialLearningRate");
    Check.atLeast(1, decaySteps, "PolynomialDecay", "decaySteps");
    Check.notNegative(endLearningRate, "PolynomialDecay", "endLearningRate");
    Check.positive(power, "PolynomialDecay", "power");
  }

  /** Returns the same schedule with another rate in the end. */
  public PolynomialDecay endLearningRate(double endLearningRate) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  /** Returns the same schedule with another power. */
  public PolynomialDecay power(double power) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  /** Returns the same schedule that begins anew or does not. */
  public PolynomialDecay cycle(boolean cycle) {
    return new PolynomialDecay(initialLearningRate, decaySteps, endLearningRate, power, cycle);
  }

  @Override
  public double at(long step) {
    double whole = decaySteps;
    if (cycle && step > 0) {
      whole *= Math.ceil((double) step / decaySteps);
    }
    double left = 1 - Math.min(step, whole) / whole;
    return (initialLearningRate - endLearningRate) * Math.pow(left, power) + endLearningRate;
  }
}
