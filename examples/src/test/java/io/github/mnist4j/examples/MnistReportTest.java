package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.layers.Layers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistReportTest {
  @TempDir Path out;

  private String run(String... more) throws IOException {
    String[] args = new String[6 + more.length];
    System.arraycopy(
        new String[] {"--epochs", "1", "--samples", "600", "--out", out.toString()}, 0, args, 0, 6);
    System.arraycopy(more, 0, args, 6, more.length);
    return Printed.by(() -> MnistReport.main(args));
  }

  @Test
  void trains_and_writes_a_page() throws IOException {
    assertThat(run())
        .contains("Report on tutorial: accuracy 0.")
        .contains("to read in a browser: " + out.resolve("report.html").toAbsolutePath());
    assertThat(out.resolve("report.html"))
        .content()
        .contains("Learning curves", "The most confident mistakes", "Beside one hidden layer")
        .contains("121,930")
        .contains("data:image/png;base64,");
  }

  @Test
  void takes_a_model_that_was_saved() throws IOException {
    Path file = out.resolve("kept.keras");
    try (Model model =
        Sequential.of(Layers.Flatten(), Layers.Dense(10))
            .name("kept")
            .build(Mnist.load().test().xShape())
            .compile("adam", "sparse_categorical_crossentropy", "accuracy")) {
      model.save(file);
    }
    assertThat(run("--model", file.toString())).contains("Report on kept: accuracy 0.");
    assertThat(out.resolve("report.html")).content().doesNotContain("Learning curves");
  }

  @Test
  void an_unknown_option_lists_those_there_are() {
    assertThatThrownBy(() -> MnistReport.main("--epoch", "3"))
        .hasMessage(
            "options are --model FILE --epochs N --seed N --samples N --out DIR, got [--epoch, 3]");
  }
}
