package io.github.mnist4j.nd4j;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.mnist4j.errors.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.bytedeco.javacpp.Loader;

/**
 * Chooses among ND4J's native builds on the class path the best that this processor can run, before
 * ND4J is loaded. A build for more than the processor can do would end the JVM.
 */
final class NativeBuild {
  private static final String CHOICE = "org.bytedeco.javacpp.platform.extension";
  private static final String FOLDER = "org/nd4j/linalg/cpu/nativecpu/bindings/";

  private static final String LIBRARY = System.mapLibraryName("jnind4jcpu");

  /** Best first. */
  private static final List<String> EXTENSIONS =
      List.of("-onednn-avx512", "-onednn-avx2", "-avx512", "-avx2", "-onednn", "");

  private NativeBuild() {}

  /** Sets JavaCPP's property, unless the user did. */
  static void choose() {
    String platform = Loader.getPlatform();
    String wanted = System.getProperty(CHOICE);
    int avx = avx();
    if (wanted != null) {
      requireRuns(wanted, avx);
      return;
    }
    ClassLoader loader = NativeBuild.class.getClassLoader();
    Predicate<String> present = folder -> has(loader, folder);
    if (EXTENSIONS.stream().anyMatch(extension -> present.test(platform + extension))) {
      System.setProperty(CHOICE, choose(platform, avx, present));
    } // none at all: there is another backend, or ND4J says what is missing
  }

  private static boolean has(ClassLoader loader, String folder) {
    return loader.getResource(FOLDER + folder + "/" + LIBRARY) != null;
  }

  /**
   * Returns the extension of the best build there is.
   *
   * @param platform JavaCPP's name of the machine, {@code linux-x86_64}
   * @param avx what the processor can do: 0 to 3, as HotSpot's {@code UseAVX}; 3 is AVX-512
   * @param present whether a build is on the class path
   */
  static String choose(String platform, int avx, Predicate<String> present) {
    return EXTENSIONS.stream()
        .filter(extension -> needs(extension) <= avx)
        .filter(extension -> present.test(platform + extension))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of("no build of ND4J on the class path runs on this processor")
                    .expected("org.nd4j:nd4j-native with the classifier " + platform)
                    .got(
                        EXTENSIONS.stream()
                                .filter(e -> present.test(platform + e))
                                .map(e -> platform + e)
                                .toList()
                            + ", and a processor with AVX level "
                            + avx)
                    .fix(
                        "add the dependency org.nd4j:nd4j-native:1.0.0-M2.1 with the classifier "
                            + platform)
                    .see("native-build")
                    .asCompileException());
  }

  /** Refuses a build that would end the JVM. */
  static void requireRuns(String extension, int avx) {
    if (needs(extension) > avx) {
      throw Problem.of("the chosen build of ND4J would end this JVM")
          .expected("a build that this processor can run: AVX level " + avx + " of 3")
          .got("-D" + CHOICE + "=" + extension)
          .fix("take the property away: the best build is then chosen")
          .see("native-build")
          .asCompileException();
    }
  }

  private static int needs(String extension) {
    return extension.endsWith("-avx512") ? 3 : extension.endsWith("-avx2") ? 2 : 0;
  }

  /** Returns the processor's vector instructions and the build in use, for people. */
  static String describe() {
    String build = System.getProperty(CHOICE, "");
    String vectors = List.of("no AVX", "AVX", "AVX2", "AVX-512").get(Math.min(3, avx()));
    return Loader.getPlatform()
        + ", "
        + vectors
        + ", build "
        + (build.isEmpty() ? "plain" : build.substring(1));
  }

  /** What the processor can do, in HotSpot's numbers: 0 to 3; another machine than an x86 is 0. */
  static int avx() {
    Path processors = Path.of("/proc/cpuinfo");
    try {
      // Linux says it in a file; asking HotSpot takes a twentieth of a second.
      return Files.isReadable(processors) ? avx(Files.readString(processors)) : avxOfHotSpot();
    } catch (IOException e) {
      return avxOfHotSpot();
    }
  }

  /** Returns the level that Linux' list of the processor's flags says. */
  static int avx(String cpuinfo) {
    int start = cpuinfo.indexOf("\nflags");
    int end = start < 0 ? -1 : cpuinfo.indexOf('\n', start + 1);
    List<String> flags =
        start < 0
            ? List.of()
            : List.of(
                cpuinfo.substring(start, end < 0 ? cpuinfo.length() : end).trim().split("\\s+"));
    return flags.contains("avx512f")
        ? 3
        : flags.contains("avx2") ? 2 : flags.contains("avx") ? 1 : 0;
  }

  private static int avxOfHotSpot() {
    try {
      HotSpotDiagnosticMXBean bean =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      return bean == null ? 2 : Integer.parseInt(bean.getVMOption("UseAVX").getValue());
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
