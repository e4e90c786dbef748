package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The right to write into a cache folder, which one thread of one process has at a time. */
final class CacheLock implements AutoCloseable {
  private static final int POLL_MILLIS = 20;

  // Static, for it stands before what the whole process shares: a process holds a file lock once,
  // and on some systems loses it when it closes any other channel to the same file.
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;
  private final boolean exclusive;

  private CacheLock(FileChannel channel, boolean exclusive) {
    this.channel = channel;
    this.exclusive = exclusive;
  }

  /**
   * Waits for the right.
   *
   * @throws IOException if the folder cannot be written to
   * @throws DataException if another holds it for longer than {@code wait}
   */
  static CacheLock take(Path folder, Duration wait, Progress progress)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    if (!THREADS.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
      throw taken(folder, wait);
    }
    FileChannel channel = null;
    boolean held = false;
    try {
      channel =
          FileChannel.open(
              folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean exclusive = lock(channel, folder, wait, end, progress);
      held = true;
      return new CacheLock(channel, exclusive);
    } finally {
      if (!held) {
        release(channel);
      }
    }
  }

  private static boolean lock(
      FileChannel channel, Path folder, Duration wait, long end, Progress progress)
      throws InterruptedException {
    boolean told = false;
    while (true) {
      try {
        if (channel.tryLock() != null) {
          return true;
        }
      } catch (OverlappingFileLockException e) {
        // This class, loaded once more by another class loader, has it: wait as for a process.
      } catch (IOException e) {
        return false; // some network file systems know no locks
      }
      if (System.nanoTime() - end > 0) {
        throw taken(folder, wait);
      }
      if (!told) {
        progress.note("waiting for another process that writes to " + folder);
        told = true;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private static DataException taken(Path folder, Duration wait) {
    return Problem.of("another process is writing to the cache folder and does not end")
        .expected("the lock on " + folder.resolve(".lock"))
        .got("no lock within " + wait.toMillis() / 1000.0 + " s")
        .fix("end the other process, or name another folder by -Dmnist.home or MNIST_HOME")
        .see("mnist-lock")
        .asDataException();
  }

  /** Tells whether no other process can have it; false where the file system knows no locks. */
  boolean exclusive() {
    return exclusive;
  }

  @Override
  public void close() {
    release(channel);
  }

  /** Closing the channel lets go of the {@link FileLock}. */
  private static void release(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    } finally {
      THREADS.unlock();
    }
  }
}
