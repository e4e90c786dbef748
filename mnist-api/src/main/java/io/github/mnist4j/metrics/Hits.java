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
