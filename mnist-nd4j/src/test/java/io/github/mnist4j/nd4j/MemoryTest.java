package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hundreds of models take no more memory than twenty. In a JVM whose heap is all there from the
 * start, so that the process grows by what lies outside the heap alone; and large, so that the
 * collector comes by too seldom to free what close should have freed.
 */
class MemoryTest {
  private static final int LIMIT = 20_000; // kB
  private static final int HEAP_LIMIT = 5_000; // kB
  private static final int ATTEMPTS = 3;
  private static final Pattern GROWTH = Pattern.compile("resident (-?\\d+) heap (-?\\d+)");

  @ParameterizedTest
  @CsvSource({"true, 200", "false, 100"})
  void many_models_take_no_more_memory_than_twenty(boolean oneDnn, String rounds) throws Exception {
    assumeTrue(Files.exists(BuildFitClose.STATUS), "the system tells no process its memory");
    List<String> options =
        List.of(
            "-Xms250m",
            "-Xmx250m",
            "-Xmn200m",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-D" + OneDnn.PROPERTY + "=" + oneDnn);
    String output = "";
    boolean flat = false;
    // What is leaked is leaked each time; what a busy machine makes the JVM's own threads take is
    // not.
    for (int attempt = 0; attempt < ATTEMPTS && !flat; attempt++) {
      output = new ChildJvm(options, BuildFitClose.class, rounds, "4").output();
      Matcher growth = GROWTH.matcher(output);
      assertThat(growth.matches()).as(output).isTrue();
      flat =
          Integer.parseInt(growth.group(1)) < LIMIT
              && Integer.parseInt(growth.group(2)) < HEAP_LIMIT;
    }
    assertThat(flat).as("less than %d and %d kB: %s", LIMIT, HEAP_LIMIT, output).isTrue();
  }
}
