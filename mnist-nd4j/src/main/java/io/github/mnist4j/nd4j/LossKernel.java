package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.losses.BinaryCrossentropy;
import io.github.mnist4j.losses.BinaryFocalCrossentropy;
import io.github.mnist4j.losses.CosineSimilarity;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.CustomLoss;
import io.github.mnist4j.losses.KLDivergence;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;

/**
 * A loss and its gradient. In plain Java and double precision: a batch's outputs are a few hundred
 * numbers, and cost less than one call of an operation.
 */
abstract class LossKernel {
  private final int size;

  /** Takes outputs of a number of numbers a sample. */
  LossKernel(int size) {
    this.size = size;
  }

  /** Returns the kernel of a network's loss. */
  static LossKernel of(NetworkSpec network) {
    Loss loss = network.loss();
    Shape output = network.output();
    if (loss instanceof BinaryCrossentropy || loss instanceof BinaryFocalCrossentropy) {
      return BinaryKernel.of((CrossEntropy) loss, output.size());
    } else if (loss instanceof CrossEntropy crossentropy) {
      return CrossEntropyKernel.of(crossentropy, output);
    } else if (loss instanceof KLDivergence) {
      return new DivergenceKernel(output);
    } else if (loss instanceof CosineSimilarity) {
      return new CosineKernel(output);
    } else if (loss instanceof CustomLoss custom) {
      return new CustomKernel(output.size(), custom.function());
    }
    return HingeKernel.is(loss)
        ? HingeKernel.of(loss, output)
        : new DifferenceKernel(output.size(), DifferenceKernel.term(loss));
  }

  /**
   * Returns what some samples of a batch add to the batch's mean loss, each by its weight. A sample
   * whose outputs are not all finite makes it NaN, whatever the loss makes of them.
   *
   * @param from the first of the samples
   * @param n their number
   * @param output their outputs, from index 0
   * @param dy receives the gradient of the batch's mean by their outputs, likewise
   */
  final double evaluate(Batch batch, int from, int n, double[] output, double[] dy) {
    LossKernel kernel = over(batch);
    double counted = kernel.counted(batch);
    float[] weights = batch.weights();
    int targets = batch.yShape().size();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      int start = i * size;
      double weight = counted == 0 ? 0 : (weights == null ? 1 : weights[from + i]) / counted;
      double loss = kernel.sample(batch.y(), (from + i) * targets, output, start, dy);
      for (int j = start; j < start + size; j++) {
        loss += output[j] * 0;
        dy[j] *= weight;
      }
      sum += loss * weight;
    }
    return sum;
  }

  /** Returns the kernel for a batch, where what one sample means depends on the others. */
  LossKernel over(Batch batch) {
    return this;
  }

  /** Returns how many samples the sum of a batch's losses is divided by. */
  double counted(Batch batch) {
    return batch.size();
  }

  /**
   * Returns the loss of one sample.
   *
   * @param target where its target begins in {@code y}
   * @param start where it begins in {@code output} and {@code dy}
   * @param dy receives the gradient by the output
   */
  abstract double sample(float[] y, int target, double[] output, int start, double[] dy);
}
