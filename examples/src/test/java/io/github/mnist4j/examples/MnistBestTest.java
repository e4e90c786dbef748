package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistBestTest {
  @TempDir Path out;

  @Test
  void trains_reports_and_saves() throws Exception {
    String printed =
        Printed.by(
            () ->
                MnistBest.main(
                    "--epochs", "1", "--views", "2", "--samples", "240", "--out", out.toString()));
    assertThat(printed)
        .contains("batch_normalization_6 (Batch (None, 3, 3, 144)")
        .contains("confusion matrix")
        .containsPattern("test: accuracy 0\\.\\d{4} looked at once, 0\\.\\d{4} from all views");
    assertThat(out.resolve("learning-curves.png")).isNotEmptyFile();
    try (Model model = Models.load(out.resolve("digits.keras"))) {
      assertThat(model.architecture().name()).isEqualTo("best");
    }
  }

  @Test
  void an_unknown_option_lists_those_there_are() {
    assertThatThrownBy(() -> MnistBest.main("--epoch", "3"))
        .hasMessage(
            "options are --epochs N --views N --seed N --samples N --out DIR, got [--epoch, 3]");
  }
}
