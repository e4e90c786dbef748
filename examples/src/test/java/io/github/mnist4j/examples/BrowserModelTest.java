package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Mnist;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserModelTest {
  /** The page says 99.26 % of 10,000; among so few test digits, a few more may be wrong. */
  private static final int RIGHT_OF_1000 = 985;

  @Test
  void trains_and_tests_what_it_saved(@TempDir Path out) throws Exception {
    String printed =
        Printed.by(
            () -> BrowserModel.main("--epochs", "1", "--samples", "640", "--out", out.toString()));
    assertThat(printed)
        .contains("test: accuracy ")
        .containsPattern("as saved: \\d+ of 640 right; 11\\d KB in ");
    assertThat(out.resolve("model.json")).isNotEmptyFile();
  }

  @Test
  void the_sites_model_is_as_good_as_the_site_says() {
    Path model = Path.of("../docs/public/model/model.json");
    assertThat(Files.exists(model)).isTrue();
    ImageDataset test = Mnist.load().test().take(1000);
    try (Model loaded = Models.loadUncompiled(model)) {
      int[] predicted = loaded.predict(test).argmax();
      int right = 0;
      for (int i = 0; i < predicted.length; i++) {
        right += predicted[i] == test.label(i) ? 1 : 0;
      }
      assertThat(right).isGreaterThanOrEqualTo(RIGHT_OF_1000);
    }
  }

  @Test
  void an_unknown_option_lists_those_there_are() {
    assertThatThrownBy(() -> BrowserModel.main("--epoch", "3"))
        .hasMessage("options are --epochs N --seed N --samples N --out DIR, got [--epoch, 3]");
  }
}
