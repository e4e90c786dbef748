package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Adam;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.SGD;
import java.util.Map;

/**
 * An optimizer at work: one loop over the flat arrays. In plain Java: the compiler makes vector
 * instructions of it, and ND4J's own operations take ten times as long.
 */
interface Update {
  /**
   * Changes weights by their gradients.
   *
   * @param t the step, counted from 1
   */
  void apply(float[] weights, float[] gradients, double learningRate, long t);

  /** Returns the optimizer's arrays by Keras' names, one number a trainable weight; not copies. */
  Map<String, float[]> slots();

  /** Returns the update of an optimizer, for a number of trainable weights. */
  static Update of(Optimizer optimizer, int size) {
    if (optimizer instanceof Adam adam) {
      return new AdamUpdate(adam, size);
    } else if (optimizer instanceof SGD sgd) {
      return new SGDUpdate(sgd, size);
    }
    throw new IllegalStateException("no update for " + optimizer);
  }
}
