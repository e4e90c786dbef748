package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class BoxesTest {
  private static final String BLUE = "#1f77b4";
  private static final String ORANGE = "#ff7f0e";
  private static final String WHITE = "#ffffff";
  private static final Panel PANEL = Panel.of("Accuracy", "5 folds", "accuracy");

  private static List<Element> circles(Plot plot, String color) {
    return SvgDocument.of(plot).elements("circle", "fill", color);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void panels_stand_side_by_side_with_labels_and_a_description() {
    Plot plot =
        Plots.boxes(
            PANEL.line("small", 0.97, 0.98, 0.975).line("large", List.of(0.985f, 0.99f)),
            Panel.of("Loss", "", "cross-entropy").line("small", 4, 2, 3, 3, 90, Double.NaN));
    SvgDocument svg = SvgDocument.of(plot);
    assertThat(svg.texts("text"))
        .contains("Accuracy", "5 folds", "accuracy", "small", "large", "Loss", "cross-entropy");
    assertThat(svg.texts("title")).containsExactly("Accuracy; Loss");
    assertThat(svg.texts("desc"))
        .containsExactly(
            "Accuracy: small median 0.9750, quartiles 0.9725 and 0.9775, whiskers 0.9700 to 0.9800,"
                + " of 3 values; large median 0.9875, quartiles 0.9863 and 0.9888, whiskers 0.9850"
                + " to 0.9900, of 2 values."
                + " Loss: small median 3.000, quartiles 3.000 and 4.000, whiskers 2.000 to 4.000, 1"
                + " beyond, of 5 values.");
    assertThat(plot.width()).isGreaterThan(Plots.boxes(PANEL.line("a", 1)).width());
  }

  @Test
  void each_value_is_a_point_and_an_outlier_a_ring() {
    Plot plot = Plots.boxes(PANEL.line("a", 4, 2, 3, 3, 90).line("b", 1, 2));
    List<Element> blue = circles(plot, BLUE);
    assertThat(blue).hasSize(5);
    assertThat(circles(plot, ORANGE)).hasSize(2);
    Element ring = blue.get(4);
    assertThat(number(ring, "r")).isGreaterThan(number(blue.get(0), "r"));
    assertThat(circles(plot, WHITE))
        .anyMatch(
            hole ->
                hole.getAttribute("cy").equals(ring.getAttribute("cy"))
                    && number(hole, "r") < number(ring, "r"));
  }

  @Test
  void equal_values_lie_beside_each_other() {
    Plot plot = Plots.boxes(PANEL.line("a", 3, 3, 3, 3, 3));
    Set<String> places = new HashSet<>();
    circles(plot, BLUE).forEach(point -> places.add(point.getAttribute("cx")));
    assertThat(places).hasSize(5);
  }

  @Test
  void the_median_is_drawn_where_its_value_is() {
    Plot plot = Plots.boxes(PANEL.line("a", 0, 10, 20).range(0, 40));
    Element middle = circles(plot, BLUE).get(1);
    BufferedImage image = plot.toImage(4);
    int x = (int) (4 * (number(middle, "cx") + 15));
    int y = (int) (4 * number(middle, "cy"));
    assertThat(image.getRGB(x, y) & 0xffffff).isEqualTo(0x1f77b4);
    assertThat(image.getRGB(x, y - 30) & 0xffffff).isEqualTo(0xc7ddec); // inside of the box: pale
  }

  @Test
  void none_one_and_a_thousand_values_can_be_drawn() {
    Plot none = Plots.boxes(PANEL.line("a", Double.NaN, Double.POSITIVE_INFINITY));
    assertThat(circles(none, BLUE)).isEmpty();
    assertThat(SvgDocument.of(none).texts("desc")).containsExactly("Accuracy: a no values.");
    Plot one = Plots.boxes(PANEL.line("a", 0.5));
    assertThat(circles(one, BLUE)).hasSize(1);
    assertThat(SvgDocument.of(one).texts("desc").get(0)).endsWith("of 1 value.");
    double[] many = IntStream.range(0, 1000).mapToDouble(i -> Math.sin(i)).toArray();
    assertThat(circles(Plots.boxes(PANEL.line("a", many)), BLUE)).hasSize(1000);
  }

  @Test
  void a_fixed_range_cuts_off_what_lies_beyond() {
    Plot plot = Plots.boxes(PANEL.line("a", 1, 2, 3, 4, 5).range(2.5, 4.5));
    assertThat(circles(plot, BLUE)).hasSize(2);
    Element frame = SvgDocument.of(plot).elements("rect", "fill", BLUE).get(0);
    assertThat(number(frame, "height")).isLessThan(BoxPanel.HEIGHT);
  }

  @Test
  void a_panel_needs_a_line() {
    assertThatThrownBy(() -> Plots.boxes(PANEL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Plots.boxes: the panel 'Accuracy' has no lines\n"
                + "  expected: at least one\n"
                + "  got:      none\n"
                + "  fix:      add one with line(name, values)\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#plot-values");
  }
}
