package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Adamax;
import java.util.Map;

/** m += (g − m)(1 − β₁), u = max(β₂·u, |g|), w −= lr·m / ((1 − β₁ᵗ)(u + ε)). */
final class AdamaxUpdate implements Update {
  private final Adamax adamax;
  private final float[] momentum;
  private final float[] norm;

  AdamaxUpdate(Adamax adamax, int size) {
    this.adamax = adamax;
    momentum = new float[size];
    norm = new float[size];
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    float lr = (float) learningRate;
    float unbiased = (float) (1 - Math.pow(adamax.beta1(), t));
    float keep1 = (float) (1 - adamax.beta1());
    float beta2 = (float) adamax.beta2();
    float epsilon = (float) adamax.epsilon();
    float[] m = momentum;
    float[] u = norm;
    for (int i = 0; i < gradients.length; i++) {
      float g = gradients[i];
      m[i] += (g - m[i]) * keep1;
      u[i] = Math.max(beta2 * u[i], Math.abs(g));
      weights[i] -= lr * m[i] / (unbiased * (u[i] + epsilon));
    }
  }

  @Override
  public Map<String, float[]> slots() {
    return Map.of("momentum", momentum, "norm", norm);
  }
}
