package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Adam;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * m += (g − m)(1 − β₁), v += (g² − v)(1 − β₂), w −= α·m / (√v + ε), α = lr·√(1 − β₂ᵗ) / (1 − β₁ᵗ);
 * with AMSGrad the largest v so far. In single precision throughout, as in Keras: 1 − 0.999 differs
 * there in the fifth digit.
 */
final class AdamUpdate implements Update {
  private final Adam adam;
  private final float[] momentum;
  private final float[] velocity;
  private final float[] largest;

  AdamUpdate(Adam adam, int size) {
    this.adam = adam;
    momentum = new float[size];
    velocity = new float[size];
    largest = new float[adam.amsgrad() ? size : 0];
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    float power1 = (float) Math.pow((float) adam.beta1(), t);
    float power2 = (float) Math.pow((float) adam.beta2(), t);
    float alpha = (float) learningRate * (float) Math.sqrt(1 - power2) / (1 - power1);
    float keep1 = (float) (1 - adam.beta1());
    float keep2 = (float) (1 - adam.beta2());
    float epsilon = (float) adam.epsilon();
    float[] m = momentum;
    float[] v = velocity;
    if (adam.amsgrad()) {
      float[] top = largest;
      for (int i = 0; i < gradients.length; i++) {
        float g = gradients[i];
        m[i] += (g - m[i]) * keep1;
        v[i] += (g * g - v[i]) * keep2;
        top[i] = Math.max(top[i], v[i]);
        weights[i] -= m[i] * alpha / ((float) Math.sqrt(top[i]) + epsilon);
      }
    } else {
      for (int i = 0; i < gradients.length; i++) {
        float g = gradients[i];
        m[i] += (g - m[i]) * keep1;
        v[i] += (g * g - v[i]) * keep2;
        weights[i] -= m[i] * alpha / ((float) Math.sqrt(v[i]) + epsilon);
      }
    }
  }

  @Override
  public Map<String, float[]> slots() {
    Map<String, float[]> slots = new LinkedHashMap<>();
    slots.put("momentum", momentum);
    slots.put("velocity", velocity);
    if (adam.amsgrad()) {
      slots.put("velocity_hat", largest);
    }
    return slots;
  }
}
