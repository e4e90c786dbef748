package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.RMSprop;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * v = ρ·v + (1 − ρ)·g², s = lr·g / √(v + ε), w −= s; centered with v − a² for v, a = ρ·a + (1 −
 * ρ)·g; with momentum m = μ·m + s, w −= m.
 */
final class RMSpropUpdate implements Update {
  private final RMSprop rmsprop;
  private final float[] velocity;
  private final float[] momentum;
  private final float[] average;

  RMSpropUpdate(RMSprop rmsprop, int size) {
    this.rmsprop = rmsprop;
    velocity = new float[size];
    momentum = new float[rmsprop.momentum() > 0 ? size : 0];
    average = new float[rmsprop.centered() ? size : 0];
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    float lr = (float) learningRate;
    float rho = (float) rmsprop.rho();
    float rest = (float) (1 - rmsprop.rho());
    float mu = (float) rmsprop.momentum();
    float epsilon = (float) rmsprop.epsilon();
    float[] v = velocity;
    for (int i = 0; i < gradients.length; i++) {
      float g = gradients[i];
      v[i] = rho * v[i] + rest * (g * g);
      float square = v[i];
      if (average.length > 0) {
        average[i] = rho * average[i] + rest * g;
        square = Math.max(0, square - average[i] * average[i]); // rounding can make it negative
      }
      float step = lr * g / (float) Math.sqrt(square + epsilon);
      if (momentum.length > 0) {
        momentum[i] = mu * momentum[i] + step;
        step = momentum[i];
      }
      weights[i] -= step;
    }
  }

  @Override
  public Map<String, float[]> slots() {
    Map<String, float[]> slots = new LinkedHashMap<>();
    slots.put("velocity", velocity);
    if (rmsprop.momentum() > 0) {
      slots.put("momentum", momentum);
    }
    if (rmsprop.centered()) {
      slots.put("average_gradient", average);
    }
    return slots;
  }
}
