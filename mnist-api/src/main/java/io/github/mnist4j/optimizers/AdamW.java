package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * {@link Adam} with decaying weights (Loshchilov and Hutter 2019): w −= w·wd·lr, then Adam's
 * update. The decay wd is {@link SharedOptions#weightDecay}, Keras' default 0.004; without one,
 * this is no AdamW.
 *
 * <pre>{@code adamW().weightDecay(0.01)}</pre>
 *
 * @param beta1 decay of the mean, 0 up to but not 1; Keras' default 0.9
 * @param beta2 decay of the squares, 0 up to but not 1; 0.999
 * @param epsilon added to the root, above 0; 1e-7
 * @param amsgrad whether v is the largest so far in the update; false
 * @param options what all optimizers have
 */
public record AdamW(
    double beta1, double beta2, double epsilon, boolean amsgrad, OptimizerOptions options)
    implements SharedOptions<AdamW> {
  /** Checks the ranges. */
  public AdamW {
    Check.inHalfOpen(0, 1, beta1, "AdamW", "beta1");
    Check.inHalfOpen(0, 1, beta2, "AdamW", "beta2");
    Check.positive(epsilon, "AdamW", "epsilon");
    Check.notNull(options.weightDecay(), "AdamW", "weightDecay");
  }

  /** Returns the same optimizer with another decay of the mean. */
  public AdamW beta1(double beta1) {
    return new AdamW(beta1, beta2, epsilon, amsgrad, options);
  }

  /** Returns the same optimizer with another decay of the squares. */
  public AdamW beta2(double beta2) {
    return new AdamW(beta1, beta2, epsilon, amsgrad, options);
  }

  /** Returns the same optimizer with another ε. */
  public AdamW epsilon(double epsilon) {
    return new AdamW(beta1, beta2, epsilon, amsgrad, options);
  }

  /** Returns the same optimizer with or without AMSGrad's largest squares. */
  public AdamW amsgrad(boolean amsgrad) {
    return new AdamW(beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public AdamW options(OptimizerOptions options) {
    return new AdamW(beta1, beta2, epsilon, amsgrad, options);
  }

  @Override
  public List<List<String>> slots() {
    List<String> moments = List.of("momentum", "velocity");
    return amsgrad ? List.of(moments, List.of("velocity_hat")) : List.of(moments);
  }
}
