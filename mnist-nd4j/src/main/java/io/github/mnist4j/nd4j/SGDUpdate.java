package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.SGD;
import java.util.Map;

/** w −= lr·g; with momentum m = μ·m − lr·g, and w += m, or with Nesterov w += μ·m − lr·g. */
final class SGDUpdate implements Update {
  private final SGD sgd;
  private final float[] momentum;

  SGDUpdate(SGD sgd, int size) {
    this.sgd = sgd;
    momentum = new float[sgd.momentum() > 0 ? size : 0];
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    float lr = (float) learningRate;
    float mu = (float) sgd.momentum();
    float[] m = momentum;
    if (m.length == 0) {
      for (int i = 0; i < gradients.length; i++) {
        weights[i] -= lr * gradients[i];
      }
    } else if (sgd.nesterov()) {
      for (int i = 0; i < gradients.length; i++) {
        m[i] = mu * m[i] - lr * gradients[i];
        weights[i] += mu * m[i] - lr * gradients[i];
      }
    } else {
      for (int i = 0; i < gradients.length; i++) {
        m[i] = mu * m[i] - lr * gradients[i];
        weights[i] += m[i];
      }
    }
  }

  @Override
  public Map<String, float[]> slots() {
    return momentum.length == 0 ? Map.of() : Map.of("momentum", momentum);
  }
}
