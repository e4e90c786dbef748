package io.github.mnist4j.metrics;

/**
 * Counts by threshold. Outputs fall into as many buckets as there are thresholds, in single
 * precision as in Keras, and what is above a threshold is the sum of the buckets from there on. An
 * output that is no number makes the result none.
 */
final class AreaUnderCurve implements Accumulator {
  private final AUC auc;
  private final int outputs;
  private final long[] yes;
  private final long[] no;
  private boolean unknown;

  AreaUnderCurve(AUC auc, int outputs) {
    this.auc = auc;
    this.outputs = outputs;
    yes = new long[auc.numThresholds()];
    no = new long[auc.numThresholds()];
  }

  @Override
  public void add(int size, float[] y, float[] output) {
    for (int i = 0; i < size * outputs; i++) {
      unknown |= Float.isNaN(output[i]);
      float p = auc.logits() ? (float) (1 / (1 + Math.exp(-output[i]))) : output[i];
      float place = Math.min(Math.max(p, 0), 1) * (yes.length - 1);
      (y[i] == 0 ? no : yes)[Math.max((int) Math.ceil(place) - 1, 0)]++;
    }
  }

  /** Returns the sums from each index to the end. */
  private static double[] fromHere(long[] buckets) {
    double[] sums = new double[buckets.length];
    double sum = 0;
    for (int i = sums.length - 1; i >= 0; i--) {
      sum += buckets[i];
      sums[i] = sum;
    }
    return sums;
  }

  @Override
  public double result() {
    if (unknown) {
      return Double.NaN;
    }
    double[] truePositives = fromHere(yes);
    double[] falsePositives = fromHere(no);
    boolean roc = auc.curve() == AUC.Curve.ROC;
    boolean between = auc.summationMethod() == AUC.SummationMethod.INTERPOLATION;
    double area = 0;
    for (int i = 0; i < yes.length - 1; i++) {
      area +=
          roc || !between
              ? strip(truePositives, falsePositives, i)
              : curvedStrip(truePositives, falsePositives, i);
    }
    return area;
  }

  private double strip(double[] truePositives, double[] falsePositives, int i) {
    double width;
    double left;
    double right;
    double allYes = truePositives[0];
    if (auc.curve() == AUC.Curve.ROC) {
      width = ratio(falsePositives[i] - falsePositives[i + 1], falsePositives[0]);
      left = ratio(truePositives[i], allYes);
      right = ratio(truePositives[i + 1], allYes);
    } else {
      width = ratio(truePositives[i] - truePositives[i + 1], allYes);
      left = ratio(truePositives[i], truePositives[i] + falsePositives[i]);
      right = ratio(truePositives[i + 1], truePositives[i + 1] + falsePositives[i + 1]);
    }
    return switch (auc.summationMethod()) {
      case INTERPOLATION -> width * (left + right) / 2;
      case MINORING -> width * Math.min(left, right);
      case MAJORING -> width * Math.max(left, right);
    };
  }

  /**
   * Between two thresholds, true positives grow with all positives p along a line of slope s and
   * intercept c, so that precision is s + c / p; its integral over recall is s·(Δtp + c·log(p₀ /
   * p₁)) / positives.
   */
  private double curvedStrip(double[] truePositives, double[] falsePositives, int i) {
    double p0 = truePositives[i] + falsePositives[i];
    double p1 = truePositives[i + 1] + falsePositives[i + 1];
    double gained = truePositives[i] - truePositives[i + 1];
    double slope = ratio(gained, p0 - p1);
    double intercept = truePositives[i + 1] - slope * p1;
    double logarithm = p0 > 0 && p1 > 0 ? Math.log(p0 / p1) : 0;
    return ratio(slope * (gained + intercept * logarithm), truePositives[0]);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
