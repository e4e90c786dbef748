package io.github.mnist4j.nd4j;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * Threads that share the work of one step. Waiting blocks and never spins: a spinning thread takes
 * its processor from whoever has work, and on a busy machine that makes a step many times slower.
 *
 * <p>There is one team a process. Where it is busy, with another model's step, the caller does all
 * the work itself, in the same order and with the same result.
 */
final class Team {
  /** This system property sets the number of threads. */
  static final String PROPERTY = "mnist4j.threads";

  private static final int MOST = 16;

  private final Worker[] workers;
  private final Semaphore free = new Semaphore(1);

  /** Makes a team of {@code size}, the caller included. */
  Team(int size) {
    workers = new Worker[size - 1];
    for (int i = 0; i < workers.length; i++) {
      workers[i] = new Worker(i + 1);
      workers[i].start();
    }
  }

  /** The process' own team. */
  private static final class Shared {
    static final Team TEAM = new Team(threads());
  }

  static Team shared() {
    return Shared.TEAM;
  }

  /** Returns how many threads a step may have: the property's number, or one for each processor. */
  static int threads() {
    int processors = Runtime.getRuntime().availableProcessors();
    return Math.max(1, Math.min(MOST, Integer.getInteger(PROPERTY, processors)));
  }

  int size() {
    return workers.length + 1;
  }

  /**
   * Does parts 0 up to {@code parts}, each once, and returns when all are done.
   *
   * @throws RuntimeException what a part threw, the lowest part's first
   */
  void run(int parts, IntConsumer work) {
    if (parts > 1 && parts <= size() && free.tryAcquire()) {
      try {
        together(parts, work);
      } finally {
        free.release();
      }
    } else {
      for (int part = 0; part < parts; part++) {
        work.accept(part);
      }
    }
  }

  private void together(int parts, IntConsumer work) {
    Throwable[] thrown = new Throwable[parts];
    CountDownLatch done = new CountDownLatch(parts - 1);
    for (int part = 1; part < parts; part++) {
      int own = part;
      workers[part - 1].give(
          () -> {
            attempt(own, work, thrown);
            done.countDown();
          });
    }
    attempt(0, work, thrown);
    await(done);
    for (Throwable problem : thrown) {
      if (problem instanceof Error error) {
        throw error;
      } else if (problem != null) {
        throw (RuntimeException) problem;
      }
    }
  }

  private static void attempt(int part, IntConsumer work, Throwable[] thrown) {
    try {
      work.accept(part);
    } catch (RuntimeException | Error e) {
      thrown[part] = e;
    }
  }

  /**
   * The parts use memory that the caller may free: it must not leave before they are done, even
   * when interrupted.
   */
  private static void await(CountDownLatch done) {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A thread that waits for work. */
  private static final class Worker extends Thread {
    private final AtomicReference<Runnable> given = new AtomicReference<>();

    Worker(int number) {
      super("mnist4j-" + number);
      setDaemon(true);
    }

    void give(Runnable work) {
      given.set(work);
      LockSupport.unpark(this);
    }

    @Override
    public void run() {
      Nd4jRuntime.start();
      while (true) {
        Runnable work = given.getAndSet(null);
        if (work == null) {
          LockSupport.park(this);
        } else {
          work.run();
        }
      }
    }
  }
}
