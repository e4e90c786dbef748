package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.OptimizerOptions;
import java.util.Map;

/** What all optimizers can do beside their own update: w −= w·wd·lr before it. */
final class SharedUpdate implements Update {
  private final OptimizerOptions options;
  private final Update update;

  SharedUpdate(OptimizerOptions options, Update update) {
    this.options = options;
    this.update = update;
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    if (options.weightDecay() != null) {
      float decay = options.weightDecay().floatValue();
      float lr = (float) learningRate;
      for (int i = 0; i < gradients.length; i++) {
        weights[i] -= weights[i] * decay * lr;
      }
    }
    update.apply(weights, gradients, learningRate, t);
  }

  @Override
  public Map<String, float[]> slots() {
    return update.slots();
  }
}
