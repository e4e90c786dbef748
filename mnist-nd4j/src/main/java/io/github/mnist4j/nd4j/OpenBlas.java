package io.github.mnist4j.nd4j;

import com.sun.jna.Function;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps OpenBLAS 0.3.19, which ND4J brings, from guessing at processors that are younger than it:
 * it takes some for very old ones, and on others its newest kernels compute wrongly. Its kernels
 * for AVX2 are right on every processor that has AVX2.
 */
final class OpenBlas {
  private static final Logger LOG = System.getLogger(OpenBlas.class.getName());
  private static final String VARIABLE = "OPENBLAS_CORETYPE";

  private OpenBlas() {}

  /**
   * Names the kernels, in the environment that OpenBLAS reads when it is loaded; what the user has
   * set there stays.
   *
   * @param avx what the processor can do, as in {@link NativeBuild}
   */
  static void nameKernels(int avx) {
    boolean unix = !System.getProperty("os.name").startsWith("Windows");
    if (unix && avx >= 2 && System.getenv(VARIABLE) == null) {
      try {
        Function.getFunction("c", "setenv").invokeInt(new Object[] {VARIABLE, "Haswell", 0});
      } catch (LinkageError | RuntimeException e) {
        LOG.log(Level.DEBUG, "OpenBLAS chooses its kernels itself: {0}", e.toString());
      }
    }
  }
}
