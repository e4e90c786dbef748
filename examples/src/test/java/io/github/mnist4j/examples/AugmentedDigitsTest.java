package io.github.mnist4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AugmentedDigitsTest {
  @Test
  void draws_a_row_for_each_augmentation(@TempDir Path out) throws IOException {
    String printed = Printed.by(() -> AugmentedDigits.main(out.toString()));
    assertThat(printed).startsWith("110 pictures: ");
    BufferedImage picture = ImageIO.read(out.resolve("augmented.png").toFile());
    assertThat(picture.getHeight()).isGreaterThan(picture.getWidth());
  }
}
