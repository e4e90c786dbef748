package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import org.jspecify.annotations.Nullable;

/**
 * Half a cosine (Loshchilov and Hutter 2017): rate = initialLearningRate · ((1 − alpha) · ½(1 +
 * cos(π · step / decaySteps)) + alpha), and initialLearningRate · alpha behind decaySteps.
 *
 * <p>With a warm-up, the rate first rises in a straight line from initialLearningRate to
 * warmupTarget in warmupSteps, and then falls from there in decaySteps more.
 *
 * <pre>{@code cosineDecay(0, 5000).warmup(1e-3, 500)}</pre>
 *
 * @param initialLearningRate rate of the first step, 0 or more
 * @param decaySteps how many steps, at least 1
 * @param alpha part of the rate that is left in the end, 0 or more; Keras' default 0
 * @param warmupTarget rate behind the warm-up, 0 or more; {@code null}: there is none
 * @param warmupSteps steps of the warm-up, 0 or more; 0
 */
public record CosineDecay(
    double initialLearningRate,
    int decaySteps,
    double alpha,
    @Nullable Double warmupTarget,
    int warmupSteps)
    implements Schedule {
  /** Checks the ranges. */
  public CosineDecay {
    Check.notNegative(initialLearningRate, "CosineDecay", "initialLearningRate");
    Check.atLeast(1, decaySteps, "CosineDecay", "decaySteps");
    Check.notNegative(alpha, "CosineDecay", "alpha");
    if (warmupTarget != null) {
      Check.notNegative(warmupTarget, "CosineDecay", "warmupTarget");
    }
    Check.atLeast(0, warmupSteps, "CosineDecay", "warmupSteps");
  }

  /** Returns the same schedule with another part that is left. */
  public CosineDecay alpha(double alpha) {
    return new CosineDecay(initialLearningRate, decaySteps, alpha, warmupTarget, warmupSteps);
  }

  @Override
  public double at(long step) {
    if (warmupTarget == null) {
      return decayed(initialLearningRate, step);
    } else if (step < warmupSteps) {
      return initialLearningRate + (warmupTarget - initialLearningRate) * step / warmupSteps;
    }
    return decayed(warmupTarget, step - warmupSteps);
  }

  private double decayed(double from, long step) {
    double cosine = 0.5 * (1 + Math.cos(Math.PI * Math.min(step, decaySteps) / decaySteps));
    return from * ((1 - alpha) * cosine + alpha);
  }

  /**
   * Returns the same schedule with a warm-up before it.
   *
   * @param target rate behind it, 0 or more
   * @param steps how many steps it takes, 0 or more
   */
  public CosineDecay warmup(double target, int steps) {
    return new CosineDecay(initialLearningRate, decaySteps, alpha, target, steps);
  }
}
