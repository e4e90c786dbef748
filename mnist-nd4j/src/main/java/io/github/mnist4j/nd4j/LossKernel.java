package io.github.mnist4j.nd4j;

import io.github.mnist4j.losses.CategoricalCrossentropy;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.MeanSquaredError;
import io.github.mnist4j.losses.SparseCategoricalCrossentropy;
import io.github.mnist4j.spi.NetworkSpec;

/**
 * A loss and its gradient. In plain Java and double precision: a batch's outputs are a few hundred
 * numbers, and cost less than one call of an operation.
 */
interface LossKernel {
  /**
   * Returns the mean loss of some samples.
   *
   * @param n the number of samples
   * @param output their outputs
   * @param y their targets
   * @param dy receives the gradient of the mean by the outputs
   */
  double evaluate(int n, double[] output, float[] y, double[] dy);

  /** Returns the kernel of a network's loss. */
  static LossKernel of(NetworkSpec network) {
    Loss loss = network.loss();
    if (loss instanceof SparseCategoricalCrossentropy crossentropy) {
      return new CrossEntropyKernel(network.output(), crossentropy.logits(), true);
    } else if (loss instanceof CategoricalCrossentropy crossentropy) {
      return new CrossEntropyKernel(network.output(), crossentropy.logits(), false);
    } else if (loss instanceof MeanSquaredError) {
      return new MeanSquaredErrorKernel(network.output().size());
    }
    throw new IllegalStateException("no kernel for " + loss);
  }
}
