package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.Shape;

/**
 * L = −Σ y·log p over the last axis, mean over all places.
 *
 * <p>Of logits o: log p = o − log Σ eᵒ, taken from the greatest logit so that nothing overflows;
 * dL/do = (p·Σy − y) / places. Of probabilities: q = o / Σo, p = q cut to [1e-7, 1 − 1e-7] as in
 * Keras, and no gradient through a cut.
 */
final class CrossEntropyKernel implements LossKernel {
  private static final double CUT = 1e-7;

  private final int classes;
  private final int places;
  private final boolean logits;
  private final boolean classNumbers;

  CrossEntropyKernel(Shape output, boolean logits, boolean classNumbers) {
    classes = output.dim(-1);
    places = output.size() / classes;
    this.logits = logits;
    this.classNumbers = classNumbers;
  }

  @Override
  public double evaluate(int n, double[] output, float[] y, double[] dy) {
    double[] target = new double[classes];
    int count = n * places;
    double sum = 0;
    for (int place = 0; place < count; place++) {
      target(y, place, target);
      int start = place * classes;
      sum +=
          logits ? ofLogits(output, start, target, dy) : ofProbabilities(output, start, target, dy);
      for (int j = start; j < start + classes; j++) {
        dy[j] /= count;
      }
    }
    return sum / count;
  }

  private void target(float[] y, int place, double[] target) {
    for (int j = 0; j < classes; j++) {
      target[j] = classNumbers ? (j == (int) y[place] ? 1 : 0) : y[place * classes + j];
    }
  }

  private double ofLogits(double[] output, int start, double[] target, double[] dy) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < classes; j++) {
      greatest = Math.max(greatest, output[start + j]);
    }
    double total = 0;
    double weight = 0;
    for (int j = 0; j < classes; j++) {
      dy[start + j] = Math.exp(output[start + j] - greatest);
      total += dy[start + j];
      weight += target[j];
    }
    double logTotal = Math.log(total);
    double loss = 0;
    for (int j = 0; j < classes; j++) {
      loss -= target[j] == 0 ? 0 : target[j] * (output[start + j] - greatest - logTotal);
      dy[start + j] = dy[start + j] / total * weight - target[j];
    }
    // A NaN or infinite logit of another class must not pass unseen.
    return Double.isFinite(total) ? loss : Double.NaN;
  }

  private double ofProbabilities(double[] output, int start, double[] target, double[] dy) {
    double total = 0;
    for (int j = 0; j < classes; j++) {
      total += output[start + j];
    }
    double loss = 0;
    double shared = 0;
    for (int j = 0; j < classes; j++) {
      double q = output[start + j] / total;
      loss -= target[j] == 0 ? 0 : target[j] * Math.log(Math.min(Math.max(q, CUT), 1 - CUT));
      dy[start + j] = q > CUT && q < 1 - CUT ? -target[j] / q : 0;
      shared += dy[start + j] * q;
    }
    for (int j = 0; j < classes; j++) {
      dy[start + j] = (dy[start + j] - shared) / total;
    }
    return Double.isFinite(total) ? loss : Double.NaN;
  }
}
