package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Dropout;
import io.github.mnist4j.tensor.RandomStream;

/**
 * What dropout multiplies numbers by: 0 or 1 / (1 − rate), drawn anew each step; it depends on the
 * step and the place in the batch alone, so however a batch is shared out, it is the same.
 */
final class DropoutMask {
  private final float rate;
  private final RandomStream random;
  private final long first;
  private final float[] factors;

  /**
   * Makes the mask of some of a batch's numbers.
   *
   * @param count how many they are
   * @param random the layer's random numbers, unless it has a seed of its own
   * @param first the place of the first one in the batch
   */
  DropoutMask(Dropout layer, int count, RandomStream random, long first) {
    rate = (float) layer.rate();
    this.random = layer.seed() == null ? random : RandomStream.of(layer.seed());
    this.first = first;
    factors = new float[count];
  }

  /** Returns a step's factors, in an array that the next step overwrites. */
  float[] draw(long step) {
    RandomStream numbers = random.split(step);
    float kept = 1 / (1 - rate);
    for (int i = 0; i < factors.length; i++) {
      factors[i] = numbers.uniform(first + i) < rate ? 0 : kept;
    }
    return factors;
  }
}
