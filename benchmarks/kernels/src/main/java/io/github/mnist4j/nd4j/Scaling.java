package io.github.mnist4j.nd4j;

/** How much two threads of plain Java do next to one. */
final class Scaling {
  private static final int TURNS = 15;
  private static final int WORK = 20_000_000;

  private Scaling() {}

  /** Returns 2 on two idle cores; the best of some turns, of one thread and of two. */
  static double measure() throws InterruptedException {
    double alone = Double.MAX_VALUE;
    double together = Double.MAX_VALUE;
    for (int turn = 0; turn < TURNS; turn++) {
      alone = Math.min(alone, seconds(1));
      together = Math.min(together, seconds(2));
    }
    return 2 * alone / together;
  }

  private static double seconds(int count) throws InterruptedException {
    double[] sums = new double[count];
    Thread[] threads = new Thread[count];
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int own = i;
      threads[i] = new Thread(() -> sums[own] = work(own));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (Double.isNaN(sums[0])) {
      throw new IllegalStateException("cannot be, and keeps the work from being left out");
    }
    return seconds;
  }

  private static double work(int seed) {
    double a = seed;
    double b = seed + 1;
    double c = seed + 2;
    double d = seed + 3;
    for (int i = 0; i < WORK; i++) {
      a = a * 0.999 + 1;
      b = b * 0.998 + 1;
      c = c * 0.997 + 1;
      d = d * 0.996 + 1;
    }
    return a + b + c + d;
  }
}
