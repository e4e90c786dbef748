package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBlasTest {
  /** Loads ND4J and does nothing. */
  static final class LoadsNd4j {
    public static void main(String[] args) {
      Nd4jRuntime.start();
    }
  }

  @Test
  void without_onednn_openblas_is_told_its_kernels(@TempDir Path folder) throws Exception {
    assumeTrue(NativeBuild.avx() >= 2 && System.getProperty("os.name").equals("Linux"));
    assertThat(coreThat(folder, "-Dmnist4j.oneDnn=false", null)).contains("Core: Haswell");
  }

  @Test
  void what_the_user_names_stays(@TempDir Path folder) throws Exception {
    assumeTrue(NativeBuild.avx() >= 2 && System.getProperty("os.name").equals("Linux"));
    assertThat(coreThat(folder, "-Dmnist4j.oneDnn=false", "Nehalem")).contains("Core: Nehalem");
  }

  private static String coreThat(Path folder, String option, String named)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                LoadsNd4j.class.getName()));
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS"));
    builder.environment().put("OPENBLAS_VERBOSE", "2");
    if (named != null) {
      builder.environment().put("OPENBLAS_CORETYPE", named);
    }
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return java.nio.file.Files.readString(log, StandardCharsets.UTF_8);
  }
}
