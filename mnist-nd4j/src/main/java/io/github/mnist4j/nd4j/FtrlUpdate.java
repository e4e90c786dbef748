package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Ftrl;
import java.util.Arrays;
import java.util.Map;

/**
 * n′ = n + g², z += g + 2·s·w − (n′⁻ᵖ − n⁻ᵖ)/lr · w, w = (clip(z, −l1, l1) − z) / (n′⁻ᵖ/lr + 2·l2 +
 * β/lr), n = n′.
 *
 * <p>Keras' formula gives no number where it divides by 0: at a learning rate of 0, where nothing
 * changes here, and without a gradient so far where n started from 0, where the weight stays.
 */
final class FtrlUpdate implements Update {
  private final Ftrl ftrl;
  private final float[] accumulator;
  private final float[] linear;

  FtrlUpdate(Ftrl ftrl, int size) {
    this.ftrl = ftrl;
    accumulator = new float[size];
    linear = new float[size];
    Arrays.fill(accumulator, (float) ftrl.initialAccumulatorValue());
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    if (learningRate == 0) {
      return;
    }
    double l1 = ftrl.l1RegularizationStrength();
    double l2 = ftrl.l2RegularizationStrength() + ftrl.beta() / (2 * learningRate);
    double shrinkage = 2 * ftrl.l2ShrinkageRegularizationStrength();
    for (int i = 0; i < gradients.length; i++) {
      double g = gradients[i];
      double w = weights[i];
      float sum = (float) (accumulator[i] + g * g);
      double power = power(sum);
      double z =
          linear[i] + (g + shrinkage * w - (power - power(accumulator[i])) / learningRate * w);
      double divisor = power / learningRate + 2 * l2;
      linear[i] = (float) z;
      accumulator[i] = sum;
      if (divisor != 0) {
        weights[i] = (float) ((Math.min(Math.max(z, -l1), l1) - z) / divisor);
      }
    }
  }

  private double power(float sum) {
    return ftrl.learningRatePower() == -0.5
        ? Math.sqrt(sum)
        : Math.pow(sum, -ftrl.learningRatePower());
  }

  @Override
  public Map<String, float[]> slots() {
    return Map.of("accumulator", accumulator, "linear", linear);
  }
}
