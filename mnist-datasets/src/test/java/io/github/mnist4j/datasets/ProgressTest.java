package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void a_terminal_sees_one_line_written_over() {
    Progress progress = progress(true);
    progress.start(URI.create("http://a/b"));
    progress.at(2_500_000, 10_000_000);
    progress.at(3_000_000, -1);
    progress.done(10_000_000);

    assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"))
        .matches(
            "mnist4j: downloading http://a/b\n"
                + "\rmnist4j: 2\\.5 MB  25 %\rmnist4j: 3\\.0 MB\n"
                + "mnist4j: got 10\\.0 MB in 0\\.\\d s, checksum right\n");
  }

  @Test
  void a_log_sees_a_line_at_the_start_and_one_at_the_end() {
    Progress progress = progress(false);
    progress.start(URI.create("http://a/b"));
    progress.at(2_500_000, 10_000_000);
    progress.done(10_000_000);

    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
  }

  private Progress progress(boolean live) {
    return new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), live);
  }
}
