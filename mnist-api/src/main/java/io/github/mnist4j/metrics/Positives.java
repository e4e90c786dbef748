package io.github.mnist4j.metrics;

import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Counts of what is a yes and what is taken for one. An output that is no number makes the result
 * none.
 */
abstract class Positives implements Accumulator {
  private final int width;
  private final int places;
  private final float threshold;
  private final @Nullable Integer topK;
  private final @Nullable Integer classId;
  private long truePositives;
  private long falsePositives;
  private long falseNegatives;
  private boolean unknown;

  Positives(
      Shape output, @Nullable Double threshold, @Nullable Integer topK, @Nullable Integer classId) {
    width = output.rank() == 0 ? 1 : output.dim(-1);
    places = output.size() / width;
    this.topK = topK;
    this.classId = classId;
    if (threshold != null) {
      this.threshold = threshold.floatValue();
    } else {
      this.threshold = topK == null ? 0.5f : Float.NEGATIVE_INFINITY;
    }
  }

  @Override
  public final void add(int size, float[] y, float[] output) {
    int first = classId == null ? 0 : classId;
    int end = classId == null ? width : classId + 1;
    for (int start = 0; start < size * places * width; start += width) {
      for (int j = 0; j < width; j++) {
        unknown |= Float.isNaN(output[start + j]);
      }
      for (int j = first; j < end; j++) {
        count(y[start + j] != 0, isYes(output, start, j));
      }
    }
  }

  private boolean isYes(float[] output, int start, int j) {
    return output[start + j] > threshold && (topK == null || rank(output, start, j) < topK);
  }

  /** Returns how many outputs come before one; of equals, the first one does. */
  private int rank(float[] output, int start, int j) {
    int before = 0;
    for (int k = 0; k < width; k++) {
      boolean greater = output[start + k] > output[start + j];
      before += greater || output[start + k] == output[start + j] && k < j ? 1 : 0;
    }
    return before;
  }

  private void count(boolean is, boolean taken) {
    truePositives += is && taken ? 1 : 0;
    falsePositives += !is && taken ? 1 : 0;
    falseNegatives += is && !taken ? 1 : 0;
  }

  /** Returns a part of these counts, or what is no number where there are none. */
  abstract double part(double truePositives, double falsePositives, double falseNegatives);

  @Override
  public final double result() {
    double part = part(truePositives, falsePositives, falseNegatives);
    return unknown ? Double.NaN : Double.isNaN(part) ? 0 : part;
  }
}
