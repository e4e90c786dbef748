package io.github.mnist4j.nd4j;

import io.github.mnist4j.losses.BinaryCrossentropy;
import io.github.mnist4j.losses.BinaryFocalCrossentropy;
import io.github.mnist4j.losses.CrossEntropy;

/**
 * L = mean of −y·log p − (1 − y)·log(1 − p).
 *
 * <p>Of logits o: max(o, 0) − o·y + log(1 + e^−|o|), and dL/do = p − y. Of probabilities: cut to
 * [1e-7, 1 − 1e-7] as in Keras, and no gradient through a cut.
 */
class BinaryKernel extends LossKernel {
  /**
   * 1 − 1e-7 as Keras has it, in single precision: its distance from 1 is 1.19e-7, and the loss of
   * what is surely wrong 15.94, and not 16.12.
   */
  private static final double MOST = (float) (1 - CrossEntropyKernel.CUT);

  private final int size;
  private final boolean logits;
  private final double smoothing;

  BinaryKernel(int size, boolean logits, double smoothing) {
    super(size);
    this.size = size;
    this.logits = logits;
    this.smoothing = smoothing;
  }

  static BinaryKernel of(CrossEntropy loss, int size) {
    if (loss instanceof BinaryFocalCrossentropy focal) {
      return new Focal(size, focal);
    }
    BinaryCrossentropy plain = (BinaryCrossentropy) loss;
    return new BinaryKernel(size, plain.logits(), plain.labelSmoothing());
  }

  @Override
  final double sample(float[] y, int target, double[] output, int start, double[] dy) {
    double sum = 0;
    for (int j = 0; j < size; j++) {
      double smooth = y[target + j] * (1 - smoothing) + smoothing / 2;
      sum +=
          logits
              ? ofLogit(output[start + j], smooth, dy, start + j)
              : ofProbability(output[start + j], smooth, dy, start + j);
      dy[start + j] /= size;
    }
    return sum / size;
  }

  double ofLogit(double o, double y, double[] dy, int at) {
    dy[at] = sigmoid(o) - y;
    return Math.max(o, 0) - o * y + Math.log1p(Math.exp(-Math.abs(o)));
  }

  static double sigmoid(double o) {
    return o >= 0 ? 1 / (1 + Math.exp(-o)) : Math.exp(o) / (1 + Math.exp(o));
  }

  double ofProbability(double o, double y, double[] dy, int at) {
    double p = Math.min(Math.max(o, CrossEntropyKernel.CUT), MOST);
    dy[at] = p == o ? (1 - y) / (1 - p) - y / p : 0;
    return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
  }

  /**
   * Each term times (1 − q)^γ, q = y·o + (1 − y)·(1 − o) of what is not cut, and, where classes are
   * balanced, times y·α + (1 − y)·(1 − α). As in Keras, logits become probabilities first.
   */
  private static final class Focal extends BinaryKernel {
    private final BinaryFocalCrossentropy loss;

    Focal(int size, BinaryFocalCrossentropy loss) {
      super(size, loss.logits(), loss.labelSmoothing());
      this.loss = loss;
    }

    @Override
    double ofLogit(double o, double y, double[] dy, int at) {
      double p = sigmoid(o);
      double value = ofProbability(p, y, dy, at);
      dy[at] *= p * (1 - p);
      return value;
    }

    @Override
    double ofProbability(double o, double y, double[] dy, int at) {
      double entropy = super.ofProbability(o, y, dy, at);
      double wrong = 1 - (y * o + (1 - y) * (1 - o));
      double gamma = loss.gamma();
      double factor = Math.pow(wrong, gamma);
      // By o, wrong falls as fast as 2y − 1 rises; without a power there is no slope, also at 0.
      double slope = gamma == 0 ? 0 : gamma * Math.pow(wrong, gamma - 1) * (1 - 2 * y);
      double weight =
          loss.applyClassBalancing() ? y * loss.alpha() + (1 - y) * (1 - loss.alpha()) : 1;
      dy[at] = weight * (slope * entropy + factor * dy[at]);
      return weight * factor * entropy;
    }
  }
}
