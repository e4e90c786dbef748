package io.github.mnist4j.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much two threads of plain Java do, next to one: on some machines, or at some hours, two
 * processors are one core.
 */
final class Probe {
  private static final int TIMES = 5;
  private static final long MILLIS = 200;
  private static float sink;

  private Probe() {}

  /** Returns a line for people. */
  static String run() {
    work(MILLIS);
    double[] ratios = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      ratios[i] = (double) together(2) / together(1);
    }
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT, "probe: 2 threads do %.2f times the work of one", ratios[TIMES / 2]);
  }

  /** Does something while another thread of this process is busy, as a neighbour would be. */
  static <T, E extends Exception> T beside(Work<T, E> work) throws E {
    Thread neighbour =
        new Thread(
            () -> {
              while (!Thread.interrupted()) {
                work(1);
              }
            },
            "neighbour");
    neighbour.setDaemon(true);
    neighbour.start();
    try {
      return work.run();
    } finally {
      neighbour.interrupt();
    }
  }

  /** What is done beside. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  private static long together(int count) {
    AtomicLong sum = new AtomicLong();
    Thread[] threads = new Thread[count];
    for (int i = 0; i < count; i++) {
      threads[i] = new Thread(() -> sum.addAndGet(work(MILLIS)), "probe-" + i);
      threads[i].start();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    return sum.get();
  }

  /** Multiplies and adds over an array that fits the nearest cache; returns how often. */
  private static long work(long millis) {
    float[] a = new float[2048];
    long end = System.nanoTime() + millis * 1_000_000;
    long done = 0;
    while (System.nanoTime() < end) {
      for (int times = 0; times < 100; times++) {
        for (int i = 0; i < a.length; i++) {
          a[i] = a[i] * 0.999f + 0.5f;
        }
      }
      done++;
    }
    sink = a[(int) (done % a.length)];
    return done;
  }
}
