package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.tensor.Tensor;
import java.awt.image.BufferedImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MNIST's makers made comes out as it went in. */
class DigitsOfMnistTest {
  /** Of 0..1, mean over all pixels: those thinner than the thinnest pen get wider. */
  private static final double MEAN_ERROR = 0.01;

  private static final int DIGITS = 100;
  private final ImageDataset test = Mnist.load().test();

  @ParameterizedTest
  @CsvSource({"10, false", "10, true", "1, false", "7, true", "5, true"})
  void an_enlarged_digit_is_found_again(int times, boolean blackOnWhite) {
    double sum = 0;
    for (int i = 0; i < DIGITS; i++) {
      Tensor original = test.rows(i).x().row(0);
      Tensor again = Digits.fromImage(enlarged(test.image(i), times, blackOnWhite));
      sum += DigitsTest.distance(original, again);
    }
    assertThat(sum / DIGITS).isLessThan(MEAN_ERROR);
  }

  private static BufferedImage enlarged(Tensor pixels, int times, boolean blackOnWhite) {
    int side = 28 * times;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int value = Math.round(pixels.at(y / times, x / times));
        image.getRaster().setSample(x, y, 0, blackOnWhite ? 255 - value : value);
      }
    }
    return image;
  }
}
