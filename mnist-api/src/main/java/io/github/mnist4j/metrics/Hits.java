package io.github.mnist4j.metrics;

/** The part of places, over all samples, where the output meets the target. */
abstract class Hits implements Accumulator {
  private final int places;
  private long hits;
  private long seen;

  /** Counts a number of places a sample. */
  Hits(int places) {
    this.places = places;
  }

  @Override
  public final void add(int size, float[] y, float[] output) {
    for (int place = 0; place < size * places; place++) {
      if (hit(place, y, output)) {
        hits++;
      }
    }
    seen += (long) size * places;
  }

  abstract boolean hit(int place, float[] y, float[] output);

  @Override
  public final double result() {
    return seen == 0 ? 0 : (double) hits / seen;
  }

  /**
   * Returns whether fewer than {@code k} of {@code width} numbers from {@code start} are greater
   * than one of them; not where one is not finite, or there is no such one.
   */
  static boolean isAmong(int k, float[] values, int start, int width, int wanted) {
    if (wanted < 0 || wanted >= width) {
      return false;
    }
    int greater = 0;
    for (int j = 0; j < width; j++) {
      if (!Float.isFinite(values[start + j])) {
        return false;
      }
      greater += values[start + j] > values[start + wanted] ? 1 : 0;
    }
    return greater < k;
  }

  /**
   * Returns the index of the greatest of {@code width} numbers from {@code start}; the first of
   * equals.
   */
  static int argmax(float[] values, int start, int width) {
    int best = 0;
    for (int j = 1; j < width; j++) {
      if (values[start + j] > values[start + best]) {
        best = j;
      }
    }
    return best;
  }
}
