package io.github.mnist4j.evaluation;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;

/** Checks outputs row by row, and makes probabilities of them. */
final class Outputs {
  /** Room for rounding beside 0 and 1. */
  private static final double ROUNDING = 1e-4;

  private final int[] labels;
  private final float[] outputs;
  private final boolean logits;
  private final int width;
  private final int classes;

  Outputs(int[] labels, Tensor outputs, boolean logits) {
    Shape shape = outputs.shape();
    if (shape.rank() < 1 || shape.rank() > 2 || shape.rank() == 2 && shape.dim(1) == 0) {
      throw Problem.of("outputs are not of one class a sample")
          .expected("outputs of shape (n, classes), or (n,) for two classes")
          .got(shape.toString())
          .see("predictions")
          .asShapeException();
    }
    if (labels.length != outputs.rows()) {
      throw Problem.of("labels and outputs are not of the same number")
          .expected("an output for each of " + labels.length + " labels")
          .got("outputs of shape " + shape)
          .see("rows-differ")
          .asDataException();
    }
    this.labels = labels.clone();
    this.outputs = outputs.data();
    this.logits = logits;
    width = shape.rank() == 1 ? 1 : shape.dim(1);
    classes = Math.max(2, width);
  }

  Predictions predictions() {
    int[] predicted = new int[labels.length];
    float[] probabilities = new float[Shape.of(labels.length, classes).size()];
    double[] row = new double[classes];
    for (int i = 0; i < labels.length; i++) {
      requireClass(i);
      for (int j = 0; j < width; j++) {
        row[j] = required(i, j);
      }
      predicted[i] = width == 1 ? two(row) : many(row, i);
      for (int j = 0; j < classes; j++) {
        probabilities[i * classes + j] = (float) row[j];
      }
    }
    return Predictions.of(labels, predicted, classes, probabilities);
  }

  private void requireClass(int i) {
    if (labels[i] < 0 || labels[i] >= classes) {
      throw Problem.of("a label is no class of the outputs")
          .expected("labels from 0 to " + (classes - 1))
          .got("label " + labels[i] + " in row " + i)
          .see("labels-out-of-range")
          .asDataException();
    }
  }

  private double required(int i, int j) {
    float value = outputs[i * width + j];
    boolean good = logits ? Float.isFinite(value) : value >= -ROUNDING && value <= 1 + ROUNDING;
    if (!good) {
      throw Problem.of("an output is no " + (logits ? "logit" : "probability"))
          .expected(logits ? "finite numbers" : "numbers from 0 to 1")
          .got(value + " in row " + i + ", class " + j)
          .fix(
              logits
                  ? "look at the weights: the network has run out of the range of numbers"
                  : "use ofLogits for a network without softmax or sigmoid")
          .see("predictions")
          .asDataException();
    }
    return logits ? value : Math.min(1, Math.max(0, value));
  }

  /** Decides before anything is rounded, so that a logit just above 0 is of class 1. */
  private int two(double[] row) {
    int predicted = row[0] > (logits ? 0 : 0.5) ? 1 : 0;
    row[1] = logits ? 1 / (1 + Math.exp(-row[0])) : row[0];
    row[0] = logits ? 1 / (1 + Math.exp(row[0])) : 1 - row[0];
    return predicted;
  }

  private int many(double[] row, int i) {
    int best = 0;
    for (int j = 1; j < classes; j++) {
      best = row[j] > row[best] ? j : best;
    }
    double greatest = row[best];
    double sum = 0;
    for (int j = 0; j < classes; j++) {
      row[j] = logits ? Math.exp(row[j] - greatest) : row[j];
      sum += row[j];
    }
    if (sum == 0) {
      throw Problem.of("the probabilities of a sample are all 0")
          .expected("at least one above 0")
          .got("none in row " + i)
          .see("predictions")
          .asDataException();
    }
    if (logits || Math.abs(sum - 1) > ROUNDING) {
      for (int j = 0; j < classes; j++) {
        row[j] /= sum;
      }
    }
    return best;
  }
}
