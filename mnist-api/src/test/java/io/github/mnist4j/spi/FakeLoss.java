package io.github.mnist4j.spi;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Loss;
import java.util.Arrays;

/** The losses and their gradients. */
final class FakeLoss {
  private static final double LEAST = 1e-7;

  private FakeLoss() {}

  /**
   * Returns the mean loss, and fills the outputs' gradient.
   *
   * @param classes the outputs' last axis
   */
  static double evaluate(Loss loss, double[] output, Batch batch, double[] dy, int classes) {
    int each = output.length / batch.size();
    int targets = batch.yShape().size();
    double sum = 0;
    for (int i = 0; i < batch.size(); i++) {
      double[] own = Arrays.copyOfRange(output, i * each, (i + 1) * each);
      float[] y = Arrays.copyOfRange(batch.y(), i * targets, (i + 1) * targets);
      double[] gradient = new double[each];
      double value =
          loss instanceof CrossEntropy crossEntropy
              ? crossEntropy(crossEntropy, own, y, gradient, classes)
              : squares(own, y, gradient);
      double weight = (batch.weights() == null ? 1 : batch.weights()[i]) / (double) batch.size();
      sum += weight * value;
      for (int j = 0; j < each; j++) {
        dy[i * each + j] = weight * gradient[j];
      }
    }
    return sum;
  }

  private static double squares(double[] output, float[] y, double[] dy) {
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      double difference = output[i] - y[i];
      sum += difference * difference;
      dy[i] = 2 * difference / output.length;
    }
    return sum / output.length;
  }

  private static double crossEntropy(
      CrossEntropy loss, double[] output, float[] y, double[] dy, int classes) {
    double[] p = output.clone();
    if (loss.logits()) {
      FakeActivation.softmax(p, classes);
    }
    int places = p.length / classes;
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double target =
          loss.takesClassNumbers() ? (y[i / classes] == i % classes ? 1 : 0) : (double) y[i];
      double q = loss.logits() ? p[i] : Math.min(1 - LEAST, Math.max(LEAST, p[i]));
      sum -= target == 0 ? 0 : target * Math.log(q);
      dy[i] = (loss.logits() ? p[i] - target : -target / q) / places;
    }
    return Double.isNaN(p[0]) ? Double.NaN : sum / places;
  }
}
