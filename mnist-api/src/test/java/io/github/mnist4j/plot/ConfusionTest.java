package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.metrics.ConfusionMatrix;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ConfusionTest {
  private static final String BLUE = "#1f77b4";
  private static final String ORANGE = "#ff7f0e";

  /** All of class 0 right; of class 1 a quarter taken for 0, of class 2 an eighth. */
  private final ConfusionMatrix matrix = ConfusionMatrix.ofCounts(3, 9, 0, 0, 1, 3, 0, 1, 0, 7);

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void each_count_stands_in_its_square_and_zeros_are_blank() {
    SvgDocument svg = SvgDocument.of(Plots.confusion(matrix, List.of()));
    assertThat(svg.texts("title")).containsExactly("Confusion matrix: 19 of 21 right");
    assertThat(svg.texts("desc"))
        .containsExactly("0: 9 of 9 right; 1: 3 of 4 right; 2: 7 of 8 right.");
    assertThat(svg.texts("text")).contains("true class", "predicted class");
    Element seven =
        svg.elements("text").stream().filter(e -> e.getTextContent().equals("7")).findFirst().get();
    Element three =
        svg.elements("text").stream().filter(e -> e.getTextContent().equals("3")).findFirst().get();
    assertThat(number(seven, "x")).isGreaterThan(number(three, "x"));
    assertThat(number(seven, "y")).isGreaterThan(number(three, "y"));
    assertThat(svg.texts("text")).filteredOn("0"::equals).hasSize(2); // the names of class 0
  }

  @Test
  void right_is_blue_and_the_most_frequent_mistake_orange() {
    SvgDocument svg = SvgDocument.of(Plots.confusion(matrix, List.of()));
    Element right = svg.elements("rect", "fill", BLUE).get(0);
    Element worst = svg.elements("rect", "fill", ORANGE).get(0);
    assertThat(number(worst, "y")).isEqualTo(number(right, "y") + number(right, "height"));
    assertThat(number(worst, "x")).isEqualTo(number(right, "x"));
    int weaker = Colors.mix(0xffffff, 0xff7f0e, 0.12 + 0.88 / 2);
    assertThat(svg.elements("rect", "fill", String.format("#%06x", weaker))).hasSize(1);
    BufferedImage image = Plots.confusion(matrix, List.of()).toImage(1);
    int corner = image.getRGB((int) number(worst, "x") + 6, (int) number(worst, "y") + 6);
    assertThat(corner & 0xffffff).isEqualTo(0xff7f0e);
  }

  @Test
  void long_names_are_cut_and_stand_upwards_below() {
    SvgDocument svg =
        SvgDocument.of(
            Plots.confusion(matrix, List.of("a", "b < c & d", "a name that is much too long")));
    assertThat(svg.texts("text")).filteredOn("a name that is m…"::equals).hasSize(2);
    assertThat(svg.texts("text")).filteredOn("b < c & d"::equals).hasSize(2);
    assertThat(
            svg.elements("text").stream()
                .filter(text -> text.getTextContent().equals("b < c & d"))
                .filter(text -> text.getAttribute("transform").startsWith("rotate(-90")))
        .hasSize(1);
  }

  @Test
  void nothing_right_nothing_wrong_and_nothing_at_all_can_be_drawn() {
    for (ConfusionMatrix each :
        List.of(
            ConfusionMatrix.ofCounts(2, 0, 5, 5, 0),
            ConfusionMatrix.ofCounts(2, 5, 0, 0, 5),
            ConfusionMatrix.ofCounts(2, 0, 0, 0, 0),
            ConfusionMatrix.ofCounts(1, 5))) {
      Plot plot = Plots.confusion(each, List.of());
      assertThat(plot.toPng(1)).isNotEmpty();
      assertThat(SvgDocument.of(plot).texts("text")).doesNotContain("NaN");
    }
  }

  @Test
  void many_classes_have_small_squares_and_some_of_the_names() {
    long[] counts = new long[300 * 300];
    for (int i = 0; i < 300; i++) {
      counts[i * 300 + i] = 3;
      counts[i * 300 + 299 - i] = 3;
    }
    Plot plot = Plots.confusion(ConfusionMatrix.ofCounts(300, counts), List.of());
    assertThat(plot.width()).isBetween(900, 1100);
    assertThat(SvgDocument.of(plot).texts("text")).contains("0", "295").doesNotContain("1", "3");
  }

  @Test
  void names_are_one_a_class() {
    assertThatThrownBy(() -> Plots.confusion(matrix, Collections.nCopies(2, "x")))
        .isInstanceOf(DataException.class)
        .hasMessage(
            """
            Plots.confusion: classes and names are not of the same number
              expected: 3 names, or an empty list for none
              got:      2 names
              see:      https://mnist4j.github.io/troubleshooting#plot-values""");
  }
}
