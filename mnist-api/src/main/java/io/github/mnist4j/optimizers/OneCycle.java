package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;

/**
 * One rise and one fall, each half a cosine (Smith and Topin 2018), as PyTorch's {@code OneCycleLR}
 * computes it: from maxLearningRate / divFactor up to maxLearningRate in pctStart of the steps,
 * then down to the first rate / finalDivFactor, where it stays. The momentum is not changed.
 *
 * <p>Keras has no such schedule: a model with it cannot be saved with its optimizer.
 *
 * <pre>{@code oneCycle(0.01, epochs * stepsPerEpoch)}</pre>
 *
 * @param maxLearningRate highest rate, above 0
 * @param totalSteps steps of the whole training, at least 2
 * @param pctStart part of the steps in which it rises, 0 to 1; PyTorch's default 0.3
 * @param divFactor highest by first rate, at least 1; 25
 * @param finalDivFactor first by last rate, at least 1; 10,000
 */
public record OneCycle(
    double maxLearningRate,
    int totalSteps,
    double pctStart,
    double divFactor,
    double finalDivFactor)
    implements Schedule {
  /** Checks the ranges. */
  public OneCycle {
    Check.positive(maxLearningRate, "OneCycle", "maxLearningRate");
    Check.atLeast(2, totalSteps, "OneCycle", "totalSteps");
    Check.notNegative(pctStart, "OneCycle", "pctStart");
    Check.atMost(1, pctStart, "OneCycle", "pctStart");
    Check.atLeast(1.0, divFactor, "OneCycle", "divFactor");
    Check.atLeast(1.0, finalDivFactor, "OneCycle", "finalDivFactor");
  }

  /** Returns the same schedule with another part in which it rises. */
  public OneCycle pctStart(double pctStart) {
    return new OneCycle(maxLearningRate, totalSteps, pctStart, divFactor, finalDivFactor);
  }

  /** Returns the same schedule with another first rate. */
  public OneCycle divFactor(double divFactor) {
    return new OneCycle(maxLearningRate, totalSteps, pctStart, divFactor, finalDivFactor);
  }

  /** Returns the same schedule with another last rate. */
  public OneCycle finalDivFactor(double finalDivFactor) {
    return new OneCycle(maxLearningRate, totalSteps, pctStart, divFactor, finalDivFactor);
  }

  @Override
  public double at(long step) {
    double first = maxLearningRate / divFactor;
    double top = pctStart * totalSteps - 1;
    double end = totalSteps - 1;
    double now = Math.min(step, end);
    return now <= top
        ? between(first, maxLearningRate, top == 0 ? 1 : now / top)
        : between(maxLearningRate, first / finalDivFactor, (now - top) / (end - top));
  }

  private static double between(double start, double end, double part) {
    return end + (start - end) / 2 * (1 + Math.cos(Math.PI * part));
  }
}
