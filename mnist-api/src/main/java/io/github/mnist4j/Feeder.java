package io.github.mnist4j;

import io.github.mnist4j.data.Batch;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Fills the next batches while the last one is trained on, in a thread of its own. The batches come
 * in their order, so what is trained does not depend on the threads.
 */
final class Feeder implements AutoCloseable {
  /** One is trained on, one is ready, one is being filled. */
  private static final int SLOTS = 3;

  private final Batches batches;
  private final BlockingQueue<Batches.Slot> free = new ArrayBlockingQueue<>(SLOTS);
  private final BlockingQueue<Filled> filled = new ArrayBlockingQueue<>(SLOTS);
  private final Thread thread;
  private Batches.@Nullable Slot used;

  /** A filled batch, or what the data set threw instead. */
  private record Filled(Batches.Slot slot, Batch batch, @Nullable Throwable problem) {}

  Feeder(Batches batches) {
    this.batches = batches;
    for (int i = 0; i < Math.min(SLOTS, batches.count()); i++) {
      free.add(batches.slot());
    }
    thread = new Thread(this::fill, "mnist4j-feeder");
    thread.setDaemon(true);
    thread.start();
  }

  private void fill() {
    try {
      for (int step = 0; step < batches.count(); step++) {
        filled.put(fill(free.take(), step));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the training has ended before the data
    }
  }

  private Filled fill(Batches.Slot slot, int step) {
    try {
      return new Filled(slot, batches.fill(slot, step), null);
    } catch (RuntimeException | Error e) {
      return new Filled(slot, slot.empty(), e);
    }
  }

  /**
   * Returns the next batch; the one before it may be filled anew from here on. Throws what the data
   * set threw.
   */
  Batch next() {
    if (used != null) {
      free.add(used);
    }
    Filled next = take();
    used = next.slot();
    if (next.problem() instanceof Error error) {
      throw error;
    } else if (next.problem() != null) {
      throw (RuntimeException) next.problem();
    }
    return next.batch();
  }

  /** An interrupt is for whoever looks for it; the training goes on. */
  private Filled take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return filled.take();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the thread; the data set is not read any more when this returns. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
