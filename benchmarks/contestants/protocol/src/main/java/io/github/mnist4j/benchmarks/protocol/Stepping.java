package io.github.mnist4j.benchmarks.protocol;

/**
 * A contestant whose users write the training loop themselves: this is the loop, filling each batch
 * from bytes before its step.
 */
public abstract class Stepping implements Contestant {
  private final Digits digits;
  private int[] order = new int[0];
  private int next;
  private float[] x = new float[0];
  private int[] labels = new int[0];

  /** Takes the digits to train on. */
  protected Stepping(Digits digits) {
    this.digits = digits;
  }

  /**
   * Trains one step.
   *
   * @param x n images, one behind the other, pixels from 0 to 1; the array has just this length
   * @param labels n class numbers
   * @param n how many
   */
  protected abstract void step(float[] x, int[] labels, int n);

  @Override
  public final Timed train(int batch, int steps, long limit) {
    long start = System.nanoTime();
    int done = 0;
    while (done < steps && (done == 0 || System.nanoTime() - start < limit)) {
      if (next + batch > order.length) {
        order = Digits.shuffled(digits.size());
        next = 0;
      }
      step(next, next + batch);
      next += batch;
      done++;
    }
    return new Timed(done, System.nanoTime() - start);
  }

  @Override
  public final long epoch(int images, int batch) {
    long start = System.nanoTime();
    order = Digits.shuffled(images);
    for (int from = 0; from < images; from += batch) {
      step(from, Math.min(images, from + batch));
    }
    next = images;
    return System.nanoTime() - start;
  }

  private void step(int from, int to) {
    int n = to - from;
    if (labels.length != n) {
      x = new float[n * Digits.PIXELS];
      labels = new int[n];
    }
    digits.fill(order, from, to, x, labels);
    step(x, labels, n);
  }
}
