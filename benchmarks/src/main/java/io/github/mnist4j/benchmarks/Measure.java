package io.github.mnist4j.benchmarks;

/**
 * Something measured: a line of the table.
 *
 * @param name what, with its unit
 * @param digits behind the point
 * @param compared whether its ratio to ours says anything
 */
record Measure(String name, int digits, boolean compared) {
  private Measure(String name, int digits) {
    this(name, digits, true);
  }

  /** Milliseconds of a training step. */
  static Measure step(int batch, int threads) {
    return new Measure("step, batch " + batch + ", " + threads(threads) + " (ms)", 2);
  }

  static Measure stepBesideNeighbour(int batch, int threads) {
    return new Measure(
        "step, batch " + batch + ", " + threads(threads) + ", busy neighbour (ms)", 2);
  }

  static Measure predict(int batch, int threads) {
    return new Measure("predict, batch " + batch + ", " + threads(threads) + " (images/s)", 0);
  }

  static Measure latency(int threads) {
    return new Measure("one picture, " + threads(threads) + " (µs)", 0);
  }

  static Measure epoch(int images) {
    return new Measure("epoch of " + images + " images (s)", 2);
  }

  static Measure firstAnswer() {
    return new Measure("first answer of a fresh process (s)", 2);
  }

  static Measure memory(int images) {
    return new Measure("peak memory, epoch of " + images + " (MB)", 0);
  }

  static Measure download() {
    return new Measure("download (MB)", 0);
  }

  static Measure accuracy() {
    return new Measure("test accuracy after all that (%)", 1, false);
  }

  private static String threads(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }
}
