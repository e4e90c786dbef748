package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Adagrad;
import java.util.Arrays;
import java.util.Map;

/** a += g², w −= lr·g / √(a + ε). */
final class AdagradUpdate implements Update {
  private final Adagrad adagrad;
  private final float[] accumulator;

  AdagradUpdate(Adagrad adagrad, int size) {
    this.adagrad = adagrad;
    accumulator = new float[size];
    Arrays.fill(accumulator, (float) adagrad.initialAccumulatorValue());
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    float lr = (float) learningRate;
    float epsilon = (float) adagrad.epsilon();
    float[] a = accumulator;
    for (int i = 0; i < gradients.length; i++) {
      float g = gradients[i];
      a[i] += g * g;
      weights[i] -= lr * g / (float) Math.sqrt(a[i] + epsilon);
    }
  }

  @Override
  public Map<String, float[]> slots() {
    return Map.of("accumulator", accumulator);
  }
}
