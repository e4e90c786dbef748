package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.OptimizerOptions;
import io.github.mnist4j.spi.OptimizerStates;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all optimizers can do around their own update, in Keras' order: gather the gradients of
 * several batches, clip them, let the weights decay, update, average the weights.
 */
final class SharedUpdate implements Update {
  private final OptimizerOptions options;
  private final Update update;
  private final int[] sizes;
  private final int gathered;
  private final float[] gradientSum;
  private final float[] average;

  SharedUpdate(OptimizerOptions options, Update update, int[] sizes) {
    this.options = options;
    this.update = update;
    this.sizes = sizes;
    Integer several = options.gradientAccumulationSteps();
    gathered = several == null ? 1 : several;
    int size = Arrays.stream(sizes).sum();
    gradientSum = new float[several == null ? 0 : size];
    average = new float[options.useEma() ? size : 0];
  }

  @Override
  public void apply(float[] weights, float[] gradients, double learningRate, long t) {
    boolean updates = t % gathered == 0;
    if (gathered > 1) {
      gather(gradients, updates);
    }
    if (updates) {
      clip(gradients);
      decay(weights, gradients.length, (float) learningRate);
      update.apply(weights, gradients, learningRate, t / gathered);
    }
    if (options.useEma()) {
      average(weights, (t - 1) / gathered);
    }
  }

  private void gather(float[] gradients, boolean updates) {
    float[] sum = gradientSum;
    if (updates) {
      for (int i = 0; i < sum.length; i++) {
        gradients[i] = (gradients[i] + sum[i]) / gathered;
      }
      Arrays.fill(sum, 0);
    } else {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += gradients[i];
      }
    }
  }

  private void clip(float[] gradients) {
    if (options.clipnorm() != null) {
      int from = 0;
      for (int size : sizes) {
        clip(gradients, from, from + size, options.clipnorm());
        from += size;
      }
    }
    if (options.globalClipnorm() != null) {
      clip(gradients, 0, gradients.length, options.globalClipnorm());
    }
    if (options.clipvalue() != null) {
      float most = options.clipvalue().floatValue();
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] = Math.min(Math.max(gradients[i], -most), most);
      }
    }
  }

  private static void clip(float[] gradients, int from, int to, double most) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      squares += (double) gradients[i] * gradients[i];
    }
    float scale = (float) (most / Math.max(Math.sqrt(squares), most));
    for (int i = from; i < to; i++) {
      gradients[i] *= scale;
    }
  }

  private void decay(float[] weights, int size, float lr) {
    @Nullable Double decay = options.weightDecay();
    if (decay != null) {
      float wd = decay.floatValue();
      for (int i = 0; i < size; i++) {
        weights[i] -= weights[i] * wd * lr;
      }
    }
  }

  /** Averages; the first weights, or those of the first update that is gathered for, are taken. */
  private void average(float[] weights, long updatesBefore) {
    float keep = updatesBefore == 0 ? 0 : (float) options.emaMomentum();
    float take = 1 - keep;
    for (int i = 0; i < average.length; i++) {
      average[i] = keep * average[i] + take * weights[i];
    }
    Integer often = options.emaOverwriteFrequency();
    if (often != null && (updatesBefore + 1) % often == 0) {
      System.arraycopy(average, 0, weights, 0, average.length);
    }
  }

  @Override
  public Map<String, float[]> slots() {
    Map<String, float[]> slots = new LinkedHashMap<>(update.slots());
    if (options.useEma()) {
      slots.put(OptimizerStates.AVERAGE, average);
    }
    if (gathered > 1) {
      slots.put(OptimizerStates.GRADIENT_ACCUMULATOR, gradientSum);
    }
    return slots;
  }
}
