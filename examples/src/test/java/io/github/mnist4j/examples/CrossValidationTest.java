package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossValidationTest {
  @TempDir Path out;

  @Test
  void tells_mean_and_deviation_and_draws_them() throws IOException {
    String printed =
        Printed.by(
            () ->
                CrossValidation.main(
                    "--folds", "3", "--epochs", "1", "--samples", "150", "--out", out.toString()));
    assertThat(printed)
        .contains("The digits as they are\nfold  accuracy    loss\n   1  ")
        .contains("Digits moved a little\nfold  accuracy    loss\n   1  ")
        .containsPattern("accuracy 0\\.\\d{4} ± 0\\.\\d{4}\n");
    BufferedImage picture = ImageIO.read(out.resolve("cross-validation.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(picture.getHeight());
  }

  @Test
  void an_unknown_option_lists_those_there_are() {
    assertThatThrownBy(() -> CrossValidation.main("--fold", "3"))
        .hasMessage(
            "options are --folds N --epochs N --seed N --samples N --out DIR, got [--fold, 3]");
  }
}
