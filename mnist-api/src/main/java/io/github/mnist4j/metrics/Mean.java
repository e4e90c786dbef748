package io.github.mnist4j.metrics;

/** The mean of a number a sample. */
abstract class Mean implements Accumulator {
  private final int targets;
  private final int outputs;
  private double sum;
  private long seen;

  /** Takes samples of so many numbers. */
  Mean(int targets, int outputs) {
    this.targets = targets;
    this.outputs = outputs;
  }

  @Override
  public void add(int size, float[] y, float[] output) {
    for (int i = 0; i < size; i++) {
      sum += sample(y, i * targets, output, i * outputs);
    }
    seen += size;
  }

  /** Returns the number of the sample whose target and output begin there. */
  abstract double sample(float[] y, int target, float[] output, int start);

  @Override
  public double result() {
    return seen == 0 ? 0 : sum / seen;
  }
}
