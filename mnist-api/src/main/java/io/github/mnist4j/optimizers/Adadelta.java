package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * Steps by the ratio of two averages (Zeiler 2012): G = ρ·G + (1 − ρ)·g², Δ = −√(D + ε) / √(G + ε)
 * · g, D = ρ·D + (1 − ρ)·Δ², w += lr·Δ. The paper's learning rate is 1, Keras' default 0.001.
 *
 * <pre>{@code adadelta().learningRate(1)}</pre>
 *
 * @param rho decay ρ of the averages, 0 up to but not 1; Keras' default 0.95
 * @param epsilon added under the roots, above 0; 1e-7
 * @param options what all optimizers have
 */
public record Adadelta(double rho, double epsilon, OptimizerOptions options)
    implements SharedOptions<Adadelta> {
  /** Checks the ranges. */
  public Adadelta {
    Check.inHalfOpen(0, 1, rho, "Adadelta", "rho");
    Check.positive(epsilon, "Adadelta", "epsilon");
  }

  /** Returns the same optimizer with another decay of the averages. */
  public Adadelta rho(double rho) {
    return new Adadelta(rho, epsilon, options);
  }

  /** Returns the same optimizer with another ε. */
  public Adadelta epsilon(double epsilon) {
    return new Adadelta(rho, epsilon, options);
  }

  @Override
  public Adadelta options(OptimizerOptions options) {
    return new Adadelta(rho, epsilon, options);
  }

  @Override
  public List<List<String>> slots() {
    return List.of(List.of("accumulated_grad", "accumulated_delta_var"));
  }
}
