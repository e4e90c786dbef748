package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsErrorsTest {
  private static final String FORMATS =
      """
      %s could not be read as a picture
        expected: a file of type PNG, JPEG, GIF, BMP, TIFF or WBMP
        got:      %s
        fix:      check the name; open it in a viewer and save it as PNG (HEIC and WebP are not read)
        see:      https://mnist4j.github.io/troubleshooting#digit-file""";

  @TempDir Path folder;

  private static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.dispose();
    return image;
  }

  @Test
  void an_empty_picture() {
    assertThatThrownBy(() -> Digits.fromImage(blank(280, 280)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            there is no digit in the picture
              expected: ink that stands out from the paper around it
              got:      a picture that is the same all over, but for light and noise
              fix:      write larger, with a thicker or darker pen, and leave paper at the edges
              see:      https://mnist4j.github.io/troubleshooting#digit-no-ink""");
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0", "0.8, 0.01", "0, 0.03", "0.5, 0.1", "0.3, 0.3"})
  void a_photo_of_an_empty_page(double light, double noise) {
    BufferedImage photo = Drawing.photo(blank(300, 200), light, noise, 1);
    assertThatThrownBy(() -> Digits.fromImage(photo))
        .hasMessageStartingWith("there is no digit in the picture\n");
  }

  @Test
  void nothing_but_transparency() {
    BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
    assertThatThrownBy(() -> Digits.fromImage(clear))
        .hasMessageStartingWith("there is no digit in the picture\n");
  }

  @Test
  void a_picture_too_small() {
    assertThatThrownBy(() -> Digits.fromImage(blank(40, 11)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            the picture is too small to hold a digit
              expected: at least 12 x 12 pixels
              got:      40 x 11
              fix:      take a larger picture; 100 to 1000 pixels a side are good
              see:      https://mnist4j.github.io/troubleshooting#digit-too-small""");
  }

  @Test
  void a_digit_too_small() {
    BufferedImage image = blank(640, 480);
    image.getRaster().setSample(300, 200, 0, 0);
    image.getRaster().setSample(301, 200, 0, 0);
    image.getRaster().setSample(300, 201, 0, 0);
    image.getRaster().setSample(301, 201, 0, 0);
    assertThatThrownBy(() -> Digits.fromImage(image))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            the digit in the picture is too small
              expected: at least 6 pixels, in a picture of 320 x 240
              got:      1 pixel
              fix:      cut the picture out around the digit, or write larger
              see:      https://mnist4j.github.io/troubleshooting#digit-too-small""");
  }

  @Test
  void no_picture_at_all() {
    assertThatThrownBy(() -> Digits.fromImage(null))
        .hasMessage("Digits.fromImage: image must not be null");
  }

  @Test
  void no_file() {
    Path none = folder.resolve("none.png");
    assertThatThrownBy(() -> Digits.fromFile(none))
        .isInstanceOf(DataException.class)
        .hasMessage(FORMATS.formatted(none, "there is no such file"));
    assertThatThrownBy(() -> Digits.fromFile(folder))
        .hasMessage(FORMATS.formatted(folder, "this is no file"));
  }

  @Test
  void a_file_of_something_else() throws IOException {
    Path text = Files.writeString(folder.resolve("digit.png"), "seven");
    assertThatThrownBy(() -> Digits.fromFile(text))
        .isInstanceOf(DataException.class)
        .hasMessage(FORMATS.formatted(text, "something else, or a format Java does not read"));
  }

  @Test
  void a_damaged_file_says_what_the_reader_said() throws IOException {
    Path whole = folder.resolve("whole.png");
    ImageIO.write(Drawing.plain().of(7), "png", whole.toFile());
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {9, 20, 40, bytes.length / 2}) {
      Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Digits.fromFile(cut))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith(cut + " could not be read as a picture\n")
          .hasMessageContaining("Exception")
          .hasCauseInstanceOf(Exception.class);
    }
  }

  @Test
  void a_file_that_claims_more_than_memory_holds() throws IOException {
    Path whole = folder.resolve("huge.png");
    ImageIO.write(Drawing.plain().of(7), "png", whole.toFile());
    byte[] bytes = Files.readAllBytes(whole);
    ByteBuffer.wrap(bytes).putInt(16, 100_000).putInt(20, 100_000);
    Files.write(whole, bytes);
    assertThatThrownBy(() -> Digits.fromFile(whole))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            %s is too large a picture
              expected: at most 200000000 pixels
              got:      100000 x 100000
              fix:      make it smaller; 1000 pixels a side are plenty for a digit
              see:      https://mnist4j.github.io/troubleshooting#digit-file"""
                .formatted(whole));
  }

  @Test
  void a_file_gives_what_its_picture_gives() throws IOException {
    Path file = folder.resolve("seven.png");
    ImageIO.write(Drawing.plain().of(7), "png", file.toFile());
    assertThat(Digits.fromFile(file)).isEqualTo(Digits.fromImage(Drawing.plain().of(7)));
  }
}
