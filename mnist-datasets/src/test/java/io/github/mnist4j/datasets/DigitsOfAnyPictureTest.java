package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.tensor.Tensor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the picture: a digit or an error, never anything else. */
class DigitsOfAnyPictureTest {
  private static final int[] SIDES = {12, 13, 28, 64, 321, 700};

  private static void assertDigitOrError(BufferedImage image, String name) {
    Tensor digit;
    try {
      digit = Digits.fromImage(image);
    } catch (DataException expected) {
      return;
    }
    double mass = 0;
    for (float value : digit.data()) {
      assertThat(value).as(name).isBetween(0f, 1f);
      mass += value;
    }
    assertThat(mass).as(name).isPositive();
  }

  @Test
  void noise() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 40; round++) {
      int width = SIDES[random.nextInt(SIDES.length)];
      int height = SIDES[random.nextInt(SIDES.length)];
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      int mask = round % 2 == 0 ? -1 : random.nextInt();
      for (int i = 0; i < width * height; i++) {
        image.setRGB(i % width, i / width, random.nextInt() & mask);
      }
      assertDigitOrError(image, "noise " + round);
    }
  }

  @Test
  void shapes() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 300; round++) {
      int width = SIDES[random.nextInt(SIDES.length)];
      int height = SIDES[random.nextInt(SIDES.length)];
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      Graphics2D g = image.createGraphics();
      for (int shape = random.nextInt(5); shape >= 0; shape--) {
        g.setColor(new Color(random.nextInt(), random.nextBoolean()));
        int x = random.nextInt(-width, width);
        int y = random.nextInt(-height, height);
        g.fillOval(x, y, random.nextInt(2 * width), random.nextInt(2 * height));
        g.fillRect(y, x, random.nextInt(width), random.nextInt(height));
      }
      g.dispose();
      assertDigitOrError(image, "shapes " + round);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 100, 5000})
  void pictures_that_are_almost_lines(int length) {
    BufferedImage image = new BufferedImage(12, length, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.fillRect(3, length / 4, 5, length / 2);
    g.dispose();
    assertDigitOrError(image, "12 x " + length);
    BufferedImage turned = new BufferedImage(length, 12, BufferedImage.TYPE_INT_RGB);
    turned.createGraphics().fillRect(length / 4, 3, length / 2, 5);
    assertDigitOrError(turned, length + " x 12");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR_PRE,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_USHORT_GRAY
      })
  void each_type_of_picture_gives_the_same(int type) {
    // black and white alone: of greys, some types have but a few
    BufferedImage drawn = new BufferedImage(280, 280, BufferedImage.TYPE_BYTE_BINARY);
    drawn.createGraphics().drawImage(Drawing.plain().of(6), 0, 0, null);
    BufferedImage other = new BufferedImage(280, 280, type);
    other.createGraphics().drawImage(drawn, 0, 0, null);
    assertThat(Digits.fromImage(other)).isEqualTo(Digits.fromImage(drawn));
  }
}
