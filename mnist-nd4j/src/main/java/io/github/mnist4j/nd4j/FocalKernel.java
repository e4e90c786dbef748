package io.github.mnist4j.nd4j;

import io.github.mnist4j.losses.CategoricalFocalCrossentropy;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;

/**
 * L = −Σ α·(1 − p)^γ·y·log p; as in Keras, logits become probabilities first, and are cut as those
 * are.
 */
final class FocalKernel extends CrossEntropyKernel {
  private final double alpha;
  private final double gamma;

  FocalKernel(CategoricalFocalCrossentropy loss, Shape output) {
    super(loss, output, loss.labelSmoothing());
    alpha = loss.alpha();
    gamma = loss.gamma();
  }

  @Override
  double ofLogits(double[] output, int start, double[] target, double[] dy) {
    softmax(output, start, dy);
    double[] p = Arrays.copyOfRange(dy, start, start + width);
    double[] slope = new double[width];
    double loss = ofProbabilities(p, 0, target, slope);
    double shared = 0;
    for (int j = 0; j < width; j++) {
      shared += slope[j] * p[j];
    }
    for (int j = 0; j < width; j++) {
      dy[start + j] = p[j] * (slope[j] - shared);
    }
    return loss;
  }

  @Override
  double term(double target, double p) {
    return -alpha * target * Math.pow(1 - p, gamma) * Math.log(p);
  }

  @Override
  double slope(double target, double p) {
    double rest = Math.pow(1 - p, gamma);
    return alpha * target * (gamma * rest / (1 - p) * Math.log(p) - rest / p);
  }
}
