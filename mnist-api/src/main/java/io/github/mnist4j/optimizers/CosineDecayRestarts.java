package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;

/**
 * Half cosines with warm restarts (Loshchilov and Hutter 2017): the first takes firstDecaySteps,
 * each further one tMul times as long as the one before, from mMul times the rate: rate =
 * initialLearningRate · ((1 − alpha) · ½·mMul^i · (1 + cos(π·p)) + alpha) in period i, of which the
 * part p is over.
 *
 * <pre>{@code cosineDecayRestarts(1e-3, 1000).tMul(1)}</pre>
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param firstDecaySteps steps of the first period, at least 1
 * @param tMul how much longer each period is, at least 1; Keras' default 2
 * @param mMul how much of the rate each period has, above 0; 1
 * @param alpha part of the rate that is left in the end, 0 or more; 0
 */
public record CosineDecayRestarts(
    double initialLearningRate, int firstDecaySteps, double tMul, double mMul, double alpha)
    implements Schedule {
  /** Checks the ranges. */
  public CosineDecayRestarts {
    Check.notNegative(initialLearningRate, "CosineDecayRestarts", "initialLearningRate");
    Check.atLeast(1, firstDecaySteps, "CosineDecayRestarts", "firstDecaySteps");
    Check.atLeast(1.0, tMul, "CosineDecayRestarts", "tMul");
    Check.positive(mMul, "CosineDecayRestarts", "mMul");
    Check.notNegative(alpha, "CosineDecayRestarts", "alpha");
  }

  /** Returns the same schedule with other lengths of the periods. */
  public CosineDecayRestarts tMul(double tMul) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  /** Returns the same schedule with other rates of the periods. */
  public CosineDecayRestarts mMul(double mMul) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  /** Returns the same schedule with another part that is left. */
  public CosineDecayRestarts alpha(double alpha) {
    return new CosineDecayRestarts(initialLearningRate, firstDecaySteps, tMul, mMul, alpha);
  }

  @Override
  public double at(long step) {
    // In single precision as in Keras: which period the first step of one counts to depends on it.
    float t = (float) tMul;
    float passed = (float) step / firstDecaySteps;
    float period;
    float part;
    if (t == 1) {
      period = (float) Math.floor(passed);
      part = passed - period;
    } else {
      period = (float) Math.floor((float) Math.log(1 - passed * (1 - t)) / (float) Math.log(t));
      float length = (float) Math.pow(t, period);
      part = (passed - (1 - length) / (1 - t)) / length;
    }
    double cosine = 0.5 * Math.pow(mMul, period) * (1 + Math.cos(Math.PI * part));
    return initialLearningRate * ((1 - alpha) * cosine + alpha);
  }
}
