package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MnistCnnTest {
  @Test
  void the_tutorial_runs_on_a_small_sample(@TempDir Path out) throws IOException {
    String printed =
        Printed.by(
            () ->
                MnistCnn.main(
                    "--epochs", "2", "--samples", "1500", "--seed", "1", "--out", out.toString()));

    assertThat(printed)
        .contains("x=(60000, 28, 28), y=(60000,)")
        .contains("x=(10000, 28, 28), y=(10000,)")
        .contains("max_pooling2d_1 (MaxPooling2 (None, 5, 5, 64)          0         ")
        .contains("Total params: 121,930")
        .contains("Epoch 2/2")
        .contains("predicted 2, labelled 2")
        .contains("saved and loaded: predictions are identical");
    for (String file :
        new String[] {
          "digits.png", "prediction.png", "learning-curves.png", "mnist-cnn.weights.h5"
        }) {
      assertThat(Files.size(out.resolve(file))).as(file).isGreaterThan(5_000);
    }
    assertThat(out.resolve("mnist-cnn.json")).content().contains("\"class_name\":\"Conv2D\"");
    assertThat(accuracy(printed)).isGreaterThan(0.75);
    String summary = printed.substring(printed.indexOf("Model: "), printed.indexOf("Epoch 1/2"));
    for (String page : new String[] {"tutorial.md", "zh/tutorial.md"}) {
      assertThat(Path.of("..", "docs", page)).content().contains(summary);
    }
  }

  @Test
  void an_unknown_option_lists_those_there_are() {
    assertThatThrownBy(() -> MnistCnn.main("--epoch", "3"))
        .hasMessageContaining("--epochs N --batch-size N --seed N --samples N --out DIR");
  }

  private static double accuracy(String printed) {
    String behind =
        printed.substring(printed.indexOf("test: accuracy ") + "test: accuracy ".length());
    return Double.parseDouble(behind.substring(0, behind.indexOf(',')));
  }
}
