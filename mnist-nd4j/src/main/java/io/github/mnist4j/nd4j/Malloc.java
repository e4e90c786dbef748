package io.github.mnist4j.nd4j;

import com.sun.jna.Function;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps glibc from giving freed memory back to the kernel. ND4J's operations take and free large
 * temporaries at each call; without this, each time every page is faulted in again, which at large
 * batches takes most of a step.
 */
final class Malloc {
  private static final Logger LOG = System.getLogger(Malloc.class.getName());
  private static final int TRIM_THRESHOLD = -1;
  private static final int MMAP_MAX = -4;

  private Malloc() {}

  /** Sets glibc's options, for the whole process; where there is no glibc, nothing happens. */
  static void keepFreedMemory() {
    if (System.getProperty("os.name").equals("Linux")) {
      try {
        Function mallopt = Function.getFunction("c", "mallopt");
        mallopt.invokeInt(new Object[] {MMAP_MAX, 0});
        mallopt.invokeInt(new Object[] {TRIM_THRESHOLD, Integer.MAX_VALUE});
      } catch (LinkageError | RuntimeException e) {
        LOG.log(Level.DEBUG, "freed memory goes back to the kernel: {0}", e.toString());
      }
    }
  }
}
