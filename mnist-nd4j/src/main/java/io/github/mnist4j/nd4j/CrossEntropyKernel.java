package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.losses.CategoricalCrossentropy;
import io.github.mnist4j.losses.CategoricalFocalCrossentropy;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.SparseCategoricalCrossentropy;
import io.github.mnist4j.tensor.Shape;

/**
 * L = −Σ y·log p over the last axis, mean over all places that count.
 *
 * <p>Of logits o: log p = o − log Σ eᵒ, taken from the greatest logit so that nothing overflows;
 * dL/do = (p·Σy − y) / places. Of probabilities: q = o / Σo, p = q cut to [1e-7, 1 − 1e-7] as in
 * Keras, and no gradient through a cut.
 */
class CrossEntropyKernel extends PlaceKernel {
  static final double CUT = 1e-7;

  private final CrossEntropy loss;
  private final double smoothing;

  CrossEntropyKernel(CrossEntropy loss, Shape output, double smoothing) {
    super(output, loss.takesClassNumbers());
    this.loss = loss;
    this.smoothing = smoothing;
  }

  static CrossEntropyKernel of(CrossEntropy loss, Shape output) {
    if (loss instanceof CategoricalFocalCrossentropy focal) {
      return new FocalKernel(focal, output);
    } else if (loss instanceof CategoricalCrossentropy dense) {
      return new CrossEntropyKernel(loss, output, dense.labelSmoothing());
    } else if (loss instanceof SparseCategoricalCrossentropy) {
      return new CrossEntropyKernel(loss, output, 0);
    }
    throw new IllegalStateException("no kernel for " + loss);
  }

  @Override
  double counted(Batch batch) {
    int all = batch.size() * places;
    int ignored = 0;
    for (int i = 0; loss.takesClassNumbers() && i < all; i++) {
      if (loss.ignores(batch.y()[i])) {
        ignored++;
      }
    }
    return (double) (all - ignored) / places;
  }

  @Override
  final double place(float[] y, int target, double[] output, int start, double[] dy) {
    if (loss.takesClassNumbers() && loss.ignores(y[target])) {
      java.util.Arrays.fill(dy, start, start + width, 0);
      return 0;
    }
    double[] targets = new double[width];
    for (int j = 0; j < width; j++) {
      double one =
          loss.takesClassNumbers() ? (j == (int) y[target] ? 1 : 0) : (double) y[target + j];
      targets[j] = one * (1 - smoothing) + smoothing / width;
    }
    return loss.logits()
        ? ofLogits(output, start, targets, dy)
        : ofProbabilities(output, start, targets, dy);
  }

  double ofLogits(double[] output, int start, double[] target, double[] dy) {
    double logTotal = softmax(output, start, dy);
    double weight = 0;
    for (double each : target) {
      weight += each;
    }
    double loss = 0;
    for (int j = 0; j < width; j++) {
      loss -= target[j] == 0 ? 0 : target[j] * (output[start + j] - logTotal);
      dy[start + j] = dy[start + j] * weight - target[j];
    }
    return loss;
  }

  /** Fills in the probabilities, and returns the logarithm of what they were divided by. */
  final double softmax(double[] output, int start, double[] p) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < width; j++) {
      greatest = Math.max(greatest, output[start + j]);
    }
    double total = 0;
    for (int j = 0; j < width; j++) {
      p[start + j] = Math.exp(output[start + j] - greatest);
      total += p[start + j];
    }
    for (int j = 0; j < width; j++) {
      p[start + j] /= total;
    }
    return greatest + Math.log(total);
  }

  double ofProbabilities(double[] output, int start, double[] target, double[] dy) {
    double total = 0;
    for (int j = 0; j < width; j++) {
      total += output[start + j];
    }
    double loss = 0;
    double shared = 0;
    for (int j = 0; j < width; j++) {
      double q = output[start + j] / total;
      double p = Math.min(Math.max(q, CUT), 1 - CUT);
      loss += target[j] == 0 ? 0 : term(target[j], p);
      dy[start + j] = p == q ? slope(target[j], p) : 0;
      shared += dy[start + j] * q;
    }
    for (int j = 0; j < width; j++) {
      dy[start + j] = (dy[start + j] - shared) / total;
    }
    return loss;
  }

  /** Returns what a class of probability {@code p} adds to the loss. */
  double term(double target, double p) {
    return -target * Math.log(p);
  }

  /** Returns the derivative of {@link #term} by the probability. */
  double slope(double target, double p) {
    return -target / p;
  }
}
