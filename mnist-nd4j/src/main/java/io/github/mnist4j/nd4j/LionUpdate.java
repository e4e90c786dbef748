package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Lion;
import java.util.Map;

/** w −= lr·sign(β₁·m + (1 − β₁)·g), m = β₂·m + (1 − β₂)·g. */
final class LionUpdate implements Update {
  private final Lion lion;
  private final float[] momentum;

  LionUpdate(Lion lion, int size) {
    this.lion = lion;
    momentum = new float[size];
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    float lr = (float) learningRate;
    float beta1 = (float) lion.beta1();
    float beta2 = (float) lion.beta2();
    float[] m = momentum;
    for (int i = 0; i < gradients.length; i++) {
      float g = gradients[i];
      weights[i] -= lr * Math.signum(m[i] * beta1 + g * (1 - beta1));
      m[i] = m[i] * beta2 + g * (1 - beta2);
    }
  }

  @Override
  public Map<String, float[]> slots() {
    return Map.of("momentum", momentum);
  }
}
