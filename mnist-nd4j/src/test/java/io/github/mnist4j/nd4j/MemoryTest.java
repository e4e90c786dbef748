package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final int LIMIT = 20_000; // kB

  @Test
  void two_hundred_models_take_no_more_memory_than_twenty() throws Exception {
    assumeTrue(Files.exists(BuildFitClose.STATUS), "the system tells no process its memory");
    String output = new ChildJvm(BuildFitClose.class, "200", "8").output();
    assertThat(output).matches("grown -?\\d+");
    assertThat(Integer.parseInt(output.substring("grown ".length()))).isLessThan(LIMIT);
  }
}
