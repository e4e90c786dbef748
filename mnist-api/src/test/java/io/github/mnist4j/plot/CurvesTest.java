package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class CurvesTest {
  private static final String BLUE = "#1f77b4";
  private static final String ORANGE = "#ff7f0e";
  private static final Panel PANEL = Panel.of("Loss", "epoch", "cross-entropy");

  /** Returns the points of the lines of a colour, without the sample in the legend. */
  private static List<String> lines(Plot plot, String color) {
    return SvgDocument.of(plot).elements("polyline", "stroke", color).stream()
        .map(line -> line.getAttribute("points"))
        .skip(1)
        .toList();
  }

  private static List<Element> dots(Plot plot, String color) {
    return SvgDocument.of(plot).elements("circle", "fill", color);
  }

  @Test
  void two_panels_show_both_lines_with_labels_and_legends() {
    Plot plot =
        Plots.curves(
            PANEL.line("train", 3, 2, 1).line("validation", List.of(2.5f, 2, 2)),
            Panel.of("Accuracy", "epoch", "accuracy").line("train", 0.8, 0.9, 0.95));
    SvgDocument svg = SvgDocument.of(plot);
    assertThat(svg.texts("text"))
        .contains("Loss", "cross-entropy", "train", "validation", "Accuracy", "accuracy", "epoch")
        .contains("1", "2", "3", "0.85");
    assertThat(svg.texts("title")).containsExactly("Loss; Accuracy");
    assertThat(svg.texts("desc"))
        .containsExactly(
            "Loss: train from 3.000 to 1.000 in 3 values; validation from 2.500 to 2.000 in 3"
                + " values. Accuracy: train from 0.8000 to 0.9500 in 3 values.");
    assertThat(lines(plot, ORANGE)).hasSize(1);
    assertThat(dots(plot, ORANGE)).hasSize(1 + 3);
  }

  @Test
  void the_first_line_is_blue_where_its_values_are() {
    Plot plot = Plots.curves(PANEL.line("train", 3, 2, 1));
    Element dot = dots(plot, BLUE).get(2); // after the legend's and the first
    BufferedImage image = plot.toImage(4);
    int x = (int) (4 * Double.parseDouble(dot.getAttribute("cx")));
    int y = (int) (4 * Double.parseDouble(dot.getAttribute("cy")));
    assertThat(image.getRGB(x, y) & 0xffffff).isEqualTo(0x1f77b4);
  }

  @Test
  void nan_and_infinity_are_gaps_and_a_lone_value_is_a_dot() {
    double[] values = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
    values[40] = Double.NaN;
    values[42] = Double.POSITIVE_INFINITY;
    Plot plot = Plots.curves(PANEL.line("train", values));
    assertThat(lines(plot, BLUE)).hasSize(2);
    assertThat(dots(plot, BLUE)).hasSize(1);
  }

  @Test
  void one_value_equal_values_and_none_at_all_can_be_drawn() {
    Plot one = Plots.curves(PANEL.line("train", 0.5));
    assertThat(dots(one, BLUE)).hasSize(1 + 1);
    assertThat(SvgDocument.of(one).texts("text")).containsOnlyOnce("1").contains("0.50");
    assertThat(lines(Plots.curves(PANEL.line("train", 0, 0, 0)), BLUE)).hasSize(1);
    assertThat(lines(Plots.curves(PANEL.line("train", Double.NaN)), BLUE)).isEmpty();
  }

  @Test
  void a_thousand_values_are_one_line_without_dots() {
    double[] values = IntStream.range(0, 1000).mapToDouble(i -> Math.exp(-i / 200.0)).toArray();
    Plot plot = Plots.curves(PANEL.line("train", values));
    assertThat(dots(plot, BLUE)).isEmpty();
    assertThat(lines(plot, BLUE).get(0).split(" ")).hasSize(1000);
    assertThat(SvgDocument.of(plot).texts("text")).contains("100", "1000").doesNotContain("0");
  }

  @Test
  void a_range_cuts_lines_at_its_ends() {
    Axis x = new Axis(1, 4, 1, 4);
    Axis y = new Axis(0, 1, 0, 1);
    assertThat(Polylines.of(List.of(0.5, 1.5, 1.5, 0.0), x, y))
        .usingRecursiveComparison()
        .isEqualTo(List.of(new double[] {1, 0.5, 1.5, 1}, new double[] {3 + 1 / 3.0, 1, 4, 0}));
    assertThat(Polylines.of(List.of(-1.0, 2.0), x, y).get(0))
        .containsExactly(1 + 1 / 3.0, 0, 1 + 2 / 3.0, 1);
  }
}
