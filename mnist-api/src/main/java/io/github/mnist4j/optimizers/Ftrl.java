package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * Follow the regularized leader (McMahan et al. 2013), which makes weights zero: with p the power,
 * n′ = n + g², z += g + 2·s·w − (n′⁻ᵖ − n⁻ᵖ)/lr · w, w = (clip(z, −l1, l1) − z) / (n′⁻ᵖ/lr + 2·l2 +
 * β/lr), n = n′. A weight whose divisor is 0, without a gradient so far, stays.
 *
 * <pre>{@code ftrl().learningRate(0.05).l1RegularizationStrength(0.01)}</pre>
 *
 * @param learningRatePower p, 0 or less; Keras' default −0.5
 * @param initialAccumulatorValue what n starts from, 0 or more; 0.1
 * @param l1RegularizationStrength l1, 0 or more; 0
 * @param l2RegularizationStrength l2, 0 or more; 0
 * @param l2ShrinkageRegularizationStrength s, the penalty of large weights in the gradient, 0 or
 *     more; 0
 * @param beta β, 0 or more; 0
 * @param options what all optimizers have
 */
public record Ftrl(
    double learningRatePower,
    double initialAccumulatorValue,
    double l1RegularizationStrength,
    double l2RegularizationStrength,
    double l2ShrinkageRegularizationStrength,
    double beta,
    OptimizerOptions options)
    implements SharedOptions<Ftrl> {
  /** Checks the ranges. */
  public Ftrl {
    Check.atMost(0, learningRatePower, "Ftrl", "learningRatePower");
    Check.notNegative(initialAccumulatorValue, "Ftrl", "initialAccumulatorValue");
    Check.notNegative(l1RegularizationStrength, "Ftrl", "l1RegularizationStrength");
    Check.notNegative(l2RegularizationStrength, "Ftrl", "l2RegularizationStrength");
    Check.notNegative(
        l2ShrinkageRegularizationStrength, "Ftrl", "l2ShrinkageRegularizationStrength");
    Check.notNegative(beta, "Ftrl", "beta");
  }

  /** Returns the same optimizer with another power. */
  public Ftrl learningRatePower(double learningRatePower) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Returns the same optimizer with another start of the sums. */
  public Ftrl initialAccumulatorValue(double initialAccumulatorValue) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Returns the same optimizer with another strength of l1. */
  public Ftrl l1RegularizationStrength(double l1RegularizationStrength) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Returns the same optimizer with another strength of l2. */
  public Ftrl l2RegularizationStrength(double l2RegularizationStrength) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Returns the same optimizer with another shrinkage. */
  public Ftrl l2ShrinkageRegularizationStrength(double l2ShrinkageRegularizationStrength) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  /** Returns the same optimizer with another β. */
  public Ftrl beta(double beta) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  @Override
  public Ftrl options(OptimizerOptions options) {
    return new Ftrl(
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta,
        options);
  }

  @Override
  public List<List<String>> slots() {
    return List.of(List.of("accumulator", "linear"));
  }
}
