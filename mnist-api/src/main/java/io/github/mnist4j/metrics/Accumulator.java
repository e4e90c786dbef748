package io.github.mnist4j.metrics;

/**
 * One count of a metric, over the samples seen so far.
 *
 * <pre>{@code
 * Accumulator right = accuracy().start(Shape.scalar(), Shape.of(3));
 * right.add(2, new float[] {0, 2}, new float[] {0.9f, 0.1f, 0, 0.8f, 0.1f, 0.1f});
 * right.result();     // 0.5
 * }</pre>
 */
public interface Accumulator {
  /**
   * Counts some samples.
   *
   * @param size how many
   * @param y their targets, one behind the other; the array may be longer
   * @param output the network's outputs, likewise
   */
  void add(int size, float[] y, float[] output);

  /**
   * Returns the metric over all samples so far, 0 before the first; where it is several numbers,
   * their mean.
   */
  double result();

  /** Returns the metric's numbers, such as one a class; of most metrics there is one. */
  default double[] results() {
    return new double[] {result()};
  }
}
