package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps by the root of the mean square (Hinton 2012): v = ρ·v + (1 − ρ)·g², w −= lr·g / √(v + ε).
 *
 * <p>With momentum m = μ·m + lr·g / √(v + ε), w −= m. Centered (Graves 2013) with the variance for
 * v: v − a² + ε under the root, a = ρ·a + (1 − ρ)·g; where rounding makes v − a² negative, it is 0.
 *
 * <pre>{@code rmsprop().momentum(0.9).centered(true)}</pre>
 *
 * @param rho decay ρ of the averages, 0 up to but not 1; Keras' default 0.9
 * @param momentum μ, 0 to 1; 0
 * @param epsilon added under the root, above 0; 1e-7
 * @param centered whether to divide by the variance; false
 * @param options what all optimizers have
 */
public record RMSprop(
    double rho, double momentum, double epsilon, boolean centered, OptimizerOptions options)
    implements SharedOptions<RMSprop> {
  /** Checks the ranges. */
  public RMSprop {
    Check.inHalfOpen(0, 1, rho, "RMSprop", "rho");
    Check.notNegative(momentum, "RMSprop", "momentum");
    Check.atMost(1, momentum, "RMSprop", "momentum");
    Check.positive(epsilon, "RMSprop", "epsilon");
  }

  /** Returns the same optimizer with another decay of the averages. */
  public RMSprop rho(double rho) {
    return new RMSprop(rho, momentum, epsilon, centered, options);
  }

  /** Returns the same optimizer with another momentum. */
  public RMSprop momentum(double momentum) {
    return new RMSprop(rho, momentum, epsilon, centered, options);
  }

  /** Returns the same optimizer with another ε. */
  public RMSprop epsilon(double epsilon) {
    return new RMSprop(rho, momentum, epsilon, centered, options);
  }

  /** Returns the same optimizer divided by the variance or by the mean square. */
  public RMSprop centered(boolean centered) {
    return new RMSprop(rho, momentum, epsilon, centered, options);
  }

  @Override
  public RMSprop options(OptimizerOptions options) {
    return new RMSprop(rho, momentum, epsilon, centered, options);
  }

  @Override
  public List<List<String>> slots() {
    List<List<String>> slots = new ArrayList<>(List.of(List.of("velocity")));
    if (momentum > 0) {
      slots.add(List.of("momentum"));
    }
    if (centered) {
      slots.add(List.of("average_gradient"));
    }
    return List.copyOf(slots);
  }
}
