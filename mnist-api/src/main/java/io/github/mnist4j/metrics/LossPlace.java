package io.github.mnist4j.metrics;

import io.github.mnist4j.losses.CategoricalCrossentropy;
import io.github.mnist4j.losses.CategoricalFocalCrossentropy;
import io.github.mnist4j.losses.CategoricalHinge;
import io.github.mnist4j.losses.CosineSimilarity;
import io.github.mnist4j.losses.KLDivergence;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.SparseCategoricalCrossentropy;
import java.util.Arrays;

/** What one place gives of a loss over the last axis: of its targets y and outputs o. */
interface LossPlace {
  double of(double[] y, double[] o);

  /** Returns what a loss over the last axis gives. */
  static LossPlace of(Loss loss) {
    if (loss instanceof SparseCategoricalCrossentropy sparse) {
      return (y, o) ->
          sparse.ignores((float) y[0])
              ? 0 * sum(o)
              : entropy(oneHot(y, o), o, sparse.logits(), 0, 1);
    } else if (loss instanceof CategoricalCrossentropy dense) {
      double s = dense.labelSmoothing();
      return (y, o) -> entropy(smooth(y, s), o, dense.logits(), 0, 1);
    } else if (loss instanceof CategoricalFocalCrossentropy focal) {
      double s = focal.labelSmoothing();
      return (y, o) ->
          entropy(
              smooth(y, s), focal.logits() ? softmax(o) : o, false, focal.gamma(), focal.alpha());
    } else if (loss instanceof KLDivergence) {
      return LossPlace::divergence;
    } else if (loss instanceof CategoricalHinge) {
      return LossPlace::hinge;
    } else if (loss instanceof CosineSimilarity) {
      return LossPlace::cosine;
    }
    throw new IllegalStateException("no value of " + loss);
  }

  private static double[] oneHot(double[] y, double[] o) {
    double[] target = new double[o.length];
    int label = (int) y[0];
    if (label >= 0 && label < o.length) {
      target[label] = 1;
    }
    return target;
  }

  private static double[] smooth(double[] y, double smoothing) {
    double[] target = new double[y.length];
    for (int j = 0; j < y.length; j++) {
      target[j] = y[j] * (1 - smoothing) + smoothing / y.length;
    }
    return target;
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private static double[] softmax(double[] o) {
    double greatest = Arrays.stream(o).max().orElse(0);
    double[] p = Arrays.stream(o).map(each -> Math.exp(each - greatest)).toArray();
    double total = sum(p);
    return Arrays.stream(p).map(each -> each / total).toArray();
  }

  /** −Σ α·(1 − p)^γ·y·log p; the plain entropy's γ is 0 and its α 1. */
  private static double entropy(
      double[] y, double[] o, boolean logits, double gamma, double alpha) {
    double greatest = Arrays.stream(o).max().orElse(0);
    double logTotal = 0;
    for (double each : o) {
      logTotal += Math.exp(each - greatest);
    }
    logTotal = greatest + Math.log(logTotal);
    double total = sum(o);
    double loss = 0 * total; // what is no number must not pass unseen behind a target of 0
    for (int j = 0; j < o.length; j++) {
      double p = Math.min(Math.max(o[j] / total, LossTerm.EPSILON), 1 - LossTerm.EPSILON);
      double log = logits ? o[j] - logTotal : Math.log(p);
      double factor = gamma == 0 ? alpha : alpha * Math.pow(1 - p, gamma);
      loss -= y[j] == 0 ? 0 : factor * y[j] * log;
    }
    return loss;
  }

  private static double divergence(double[] y, double[] o) {
    double sum = 0;
    for (int j = 0; j < o.length; j++) {
      double target = Math.min(Math.max(y[j], LossTerm.EPSILON), 1);
      sum += target * Math.log(target / Math.min(Math.max(o[j], LossTerm.EPSILON), 1));
    }
    return sum;
  }

  private static double hinge(double[] y, double[] o) {
    double right = 0;
    double wrong = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < o.length; j++) {
      right += y[j] * o[j];
      wrong = Math.max(wrong, (1 - y[j]) * o[j]);
    }
    return Math.max(wrong - right + 1, 0);
  }

  private static double cosine(double[] y, double[] o) {
    double dot = 0;
    double lengthY = 0;
    double lengthO = 0;
    for (int j = 0; j < o.length; j++) {
      dot += y[j] * o[j];
      lengthY += y[j] * y[j];
      lengthO += o[j] * o[j];
    }
    double least = LossTerm.EPSILON;
    return -dot / (Math.max(Math.sqrt(lengthY), least) * Math.max(Math.sqrt(lengthO), least));
  }
}
