package io.github.mnist4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DigitsTest {
  /** The field has whole pixels, so that a centre of mass lies up to half a pixel beside. */
  private static final double HALF_A_PIXEL = 0.5 + 1e-6;

  /** Mean distance of two fields; two different digits are some 0.15 apart. */
  private static final double NEARLY_THE_SAME = 0.05;

  private static final Drawing PLAIN = Drawing.plain();

  private static Stream<Arguments> styles() {
    Color clear = new Color(0, 0, 0, 0);
    return Stream.of(
            new Object[] {"black on white", PLAIN},
            new Object[] {"a hair", PLAIN.pen(1)},
            new Object[] {"a thin pen", PLAIN.pen(5)},
            new Object[] {"a thick pen", PLAIN.pen(34)},
            new Object[] {"white on black", PLAIN.colours(Color.BLACK, Color.WHITE)},
            new Object[] {"red on yellow", PLAIN.colours(Color.YELLOW, Color.RED)},
            new Object[] {"blue on green", PLAIN.colours(new Color(60, 180, 60), Color.BLUE)},
            new Object[] {"black on nothing", PLAIN.colours(clear, Color.BLACK)},
            new Object[] {"yellow on nothing", PLAIN.colours(clear, Color.YELLOW)},
            new Object[] {"small, in a corner", PLAIN.at(5, 200, 70).pen(6)},
            new Object[] {"on a wide picture", PLAIN.canvas(600, 200).at(400, 10, 180).pen(14)},
            new Object[] {"on a high picture", PLAIN.canvas(200, 900).at(10, 30, 180).pen(14)})
        .flatMap(
            style ->
                IntStream.range(0, 10)
                    .mapToObj(digit -> Arguments.of(style[0] + ": " + digit, style[1], digit)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("styles")
  void a_drawn_digit_fills_the_box_and_has_its_centre_in_the_middle(
      String name, Drawing style, int digit) {
    assertField(Digits.fromImage(style.of(digit)));
  }

  private static void assertField(Tensor field) {
    assertThat(field.shape()).isEqualTo(Shape.of(28, 28, 1));
    double mass = 0;
    double x = 0;
    double y = 0;
    int left = 28;
    int top = 28;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < 784; i++) {
      float value = field.data()[i];
      assertThat(value).isBetween(0f, 1f);
      mass += value;
      x += value * (i % 28);
      y += value * (i / 28);
      if (value > 0) {
        left = Math.min(left, i % 28);
        right = Math.max(right, i % 28 + 1);
        top = Math.min(top, i / 28);
        bottom = Math.max(bottom, i / 28 + 1);
      }
    }
    assertThat(Math.max(right - left, bottom - top)).isEqualTo(20);
    assertThat(x / mass).isCloseTo(14, within(HALF_A_PIXEL));
    assertThat(y / mass).isCloseTo(14, within(HALF_A_PIXEL));
    assertThat(field.at(0, 0, 0)).as("paper").isZero();
    assertThat(mass).as("ink").isBetween(20.0, 230.0);
    assertThat(max(field)).as("full ink").isGreaterThan(0.9f);
  }

  private static float max(Tensor field) {
    float max = 0;
    for (float value : field.data()) {
      max = Math.max(max, value);
    }
    return max;
  }

  static double distance(Tensor a, Tensor b) {
    return distance(a, b, 0, 0);
  }

  private static double distance(Tensor a, Tensor b, int right, int down) {
    double sum = 0;
    for (int y = 1; y < 27; y++) {
      for (int x = 1; x < 27; x++) {
        sum += Math.abs(a.at(y, x, 0) - b.at(y + down, x + right, 0));
      }
    }
    return sum / 784;
  }

  /** A centre between two pixels goes to the one or the other. */
  private static double distanceToPixel(Tensor a, Tensor b) {
    double least = distance(a, b);
    for (int shift = 0; shift < 9; shift++) {
      least = Math.min(least, distance(a, b, shift % 3 - 1, shift / 3 - 1));
    }
    return least;
  }

  @Test
  void colour_polarity_size_and_place_do_not_matter() {
    for (int digit = 0; digit < 10; digit++) {
      Tensor plain = Digits.fromImage(PLAIN.of(digit));
      Drawing[] others = {
        PLAIN.colours(Color.BLACK, Color.WHITE),
        PLAIN.colours(Color.YELLOW, Color.RED),
        PLAIN.colours(new Color(0, 0, 0, 0), Color.CYAN),
        PLAIN.canvas(500, 400).at(250, 150, 220),
        PLAIN.canvas(1120, 1120).at(120, 120, 880).pen(80)
      };
      for (Drawing other : others) {
        assertThat(distanceToPixel(plain, Digits.fromImage(other.of(digit))))
            .as(digit + " as " + other)
            .isLessThan(NEARLY_THE_SAME);
      }
    }
  }

  @Test
  void light_grey_paper_and_noise_do_not_matter() {
    Drawing pen = PLAIN.colours(Color.WHITE, new Color(30, 30, 60));
    for (int digit = 0; digit < 10; digit++) {
      Tensor plain = Digits.fromImage(PLAIN.of(digit));
      BufferedImage photo = Drawing.photo(pen.of(digit), 0.5, 0.03, digit);
      Tensor seen = Digits.fromImage(photo);
      assertField(seen);
      assertThat(distanceToPixel(plain, seen)).as("" + digit).isLessThan(1.5 * NEARLY_THE_SAME);
    }
  }

  @Test
  void the_same_picture_gives_the_same_numbers() {
    BufferedImage photo = Drawing.photo(PLAIN.of(3), 0.5, 0.1, 7);
    assertThat(Digits.fromImage(photo)).isEqualTo(Digits.fromImage(photo));
  }

  @Test
  void specks_are_no_ink() {
    Tensor clean = Digits.fromImage(PLAIN.of(4));
    BufferedImage dirty = PLAIN.of(4);
    Graphics2D g = dirty.createGraphics();
    g.setColor(Color.BLACK);
    g.fillOval(10, 250, 6, 6);
    g.fillRect(260, 12, 4, 9);
    g.dispose();
    assertThat(distanceToPixel(clean, Digits.fromImage(dirty))).isLessThan(NEARLY_THE_SAME);
  }

  @Test
  void a_bar_that_came_off_belongs_to_the_five() {
    BufferedImage broken = PLAIN.pen(14).of(5);
    Graphics2D g = broken.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(120, 30, 14, 50);
    g.dispose();
    Tensor whole = Digits.fromImage(PLAIN.pen(14).of(5));
    assertThat(distanceToPixel(whole, Digits.fromImage(broken))).isLessThan(1.5 * NEARLY_THE_SAME);
  }

  @Test
  void ruled_lines_and_a_tables_edge_are_no_digit() {
    BufferedImage sheet = PLAIN.pen(14).of(2);
    Graphics2D g = sheet.createGraphics();
    g.setColor(new Color(40, 60, 160));
    g.fillRect(0, 262, 280, 3);
    g.setColor(new Color(60, 40, 20));
    g.fillRect(0, 0, 14, 280);
    g.dispose();
    assertThat(distanceToPixel(Digits.fromImage(PLAIN.pen(14).of(2)), Digits.fromImage(sheet)))
        .isLessThan(NEARLY_THE_SAME);
  }

  @Test
  void the_picture_stays_as_it_is() {
    BufferedImage image = PLAIN.of(8);
    int[] before = image.getRGB(0, 0, 280, 280, null, 0, 280);
    Digits.fromImage(image);
    assertThat(image.getRGB(0, 0, 280, 280, null, 0, 280)).isEqualTo(before);
  }
}
