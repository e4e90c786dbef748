package io.github.mnist4j.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * F-scores of classes, with Keras' epsilon of 1e-7 in each divisor. Targets may lie between 0 and
 * 1. An output that is no number makes the result none.
 */
final class FScores implements Accumulator {
  private static final double EPSILON = 1e-7;
  private static final float NOTHING = 1e-9f;

  private final int classes;
  private final @Nullable Average average;
  private final double beta;
  private final @Nullable Double threshold;
  private final double[] truePositives;
  private final double[] falsePositives;
  private final double[] falseNegatives;
  private final double[] support;
  private boolean unknown;

  FScores(int classes, @Nullable Average average, double beta, @Nullable Double threshold) {
    this.classes = classes;
    this.average = average;
    this.beta = beta;
    this.threshold = threshold;
    int counts = average == Average.MICRO ? 1 : classes;
    truePositives = new double[counts];
    falsePositives = new double[counts];
    falseNegatives = new double[counts];
    support = new double[counts];
  }

  @Override
  public void add(int size, float[] y, float[] output) {
    for (int start = 0; start < size * classes; start += classes) {
      float greatest = Float.NEGATIVE_INFINITY;
      for (int j = start; j < start + classes; j++) {
        greatest = Math.max(greatest, output[j]);
        unknown |= Float.isNaN(output[j]);
      }
      for (int j = 0; j < classes; j++) {
        count(average == Average.MICRO ? 0 : j, y[start + j], isYes(output[start + j], greatest));
      }
    }
  }

  private boolean isYes(float output, float greatest) {
    return threshold == null
        ? output >= greatest && Math.abs(output) > NOTHING
        : output > threshold.floatValue();
  }

  private void count(int label, float y, boolean taken) {
    support[label] += y;
    truePositives[label] += taken ? y : 0;
    falsePositives[label] += taken ? 1 - y : 0;
    falseNegatives[label] += taken ? 0 : y;
  }

  @Override
  public double[] results() {
    double[] scores = scores();
    return average == null ? scores : new double[] {result()};
  }

  private double[] scores() {
    double[] scores = new double[support.length];
    for (int i = 0; i < scores.length; i++) {
      double precision = truePositives[i] / (truePositives[i] + falsePositives[i] + EPSILON);
      double recall = truePositives[i] / (truePositives[i] + falseNegatives[i] + EPSILON);
      double square = beta * beta;
      double score = precision * recall / (square * precision + recall + EPSILON) * (1 + square);
      scores[i] = unknown ? Double.NaN : score;
    }
    return scores;
  }

  @Override
  public double result() {
    double[] scores = scores();
    if (average != Average.WEIGHTED) {
      return Arrays.stream(scores).average().orElse(0);
    }
    double all = Arrays.stream(support).sum() + EPSILON;
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += scores[i] * support[i] / all;
    }
    return sum;
  }
}
