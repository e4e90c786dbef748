package io.github.mnist4j.nd4j;

import io.github.mnist4j.errors.Problem;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Loads ND4J, once: the build that suits the processor, without its start-up talk, and with one
 * thread to an operation.
 */
final class Nd4jRuntime {
  private static boolean started;

  private Nd4jRuntime() {}

  /**
   * Loads ND4J where that has not been done.
   *
   * @throws io.github.mnist4j.errors.CompileException if there is no build for this machine
   */
  static synchronized void start() {
    if (!started) {
      NativeBuild.choose();
      if (Boolean.getBoolean(Devices.CPU_ONLY)) {
        CpuOnly.hideOtherBackends();
      }
      // The fast path needs neither, and they take a fifth of a second.
      if (!OneDnn.isOffered()) {
        OpenBlas.nameKernels(NativeBuild.avx());
        Malloc.keepFreedMemory();
      }
      System.setProperty(
          "org.nd4j.log.initialization",
          System.getProperty("org.nd4j.log.initialization", "false"));
      try {
        Nd4j.getBackend();
      } catch (LinkageError | RuntimeException e) {
        throw Problem.of("ND4J cannot be loaded")
            .expected("org.nd4j:nd4j-native with a build for this machine")
            .got(rootOf(e).toString())
            .fix(
                "see which classifier this machine needs, and whether its cache folder can be written")
            .see("nd4j-not-loaded")
            .asCompileException();
      }
      started = true;
    }
    // OpenMP's threads spin while they wait, which costs more than they bring at the sizes of these
    // networks.
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
  }

  static synchronized boolean started() {
    return started;
  }

  private static Throwable rootOf(Throwable e) {
    return e.getCause() == null ? e : rootOf(e.getCause());
  }

  /**
   * Returns whether arrays lie in the Java process' own memory, so that they can be copied at once.
   */
  static boolean onProcessor() {
    return Nd4j.getBackend().getClass().getSimpleName().equals("CpuBackend");
  }
}
