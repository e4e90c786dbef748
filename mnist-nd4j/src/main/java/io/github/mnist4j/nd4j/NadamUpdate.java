package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Nadam;
import java.util.Map;

/**
 * m and v as Adam's; uₜ = β₁(1 − ½·0.96ᵗ), m̂ = uₜ₊₁·m / (1 − u₁⋯uₜ₊₁) + (1 − uₜ)·g / (1 − u₁⋯uₜ),
 * v̂ = v / (1 − β₂ᵗ), w −= lr·m̂ / (√v̂ + ε).
 */
final class NadamUpdate implements Update {
  private static final double DECAY = 0.96;

  private final Nadam nadam;
  private final float[] momentum;
  private final float[] velocity;
  private final float[] product = {1};

  NadamUpdate(Nadam nadam, int size) {
    this.nadam = nadam;
    momentum = new float[size];
    velocity = new float[size];
  }

  private double u(long t) {
    return nadam.beta1() * (1 - 0.5 * Math.pow(DECAY, t));
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    product[0] *= (float) u(t);
    float ofMean = (float) (u(t + 1) / (1 - product[0] * u(t + 1)));
    float ofGradient = (float) ((1 - u(t)) / (1 - product[0]));
    float beta2 = (float) nadam.beta2();
    float unbiased = (float) (1 - Math.pow(beta2, t));
    float keep1 = 1 - (float) nadam.beta1();
    float keep2 = 1 - beta2;
    float lr = (float) learningRate;
    float epsilon = (float) nadam.epsilon();
    float[] m = momentum;
    float[] v = velocity;
    for (int i = 0; i < gradients.length; i++) {
      float g = gradients[i];
      m[i] += (g - m[i]) * keep1;
      v[i] += (g * g - v[i]) * keep2;
      float ahead = ofMean * m[i] + ofGradient * g;
      weights[i] -= ahead * lr / ((float) Math.sqrt(v[i] / unbiased) + epsilon);
    }
  }

  @Override
  public Map<String, float[]> slots() {
    return Map.of("momentum", momentum, "velocity", velocity, "u_product", product);
  }
}
