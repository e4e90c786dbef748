package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.evaluation.Calibration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReliabilityTest {
  private static final String BLUE = "#1f77b4";
  private static final String BAR = "#b5cde0";
  private static final double TOP = 56;
  private static final double SIDE = 400;
  private static final Offset<Double> DRAWN = within(0.02);

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  /** 100 samples of 0.8, 60 of them right, and 50 of 0.45, 30 of them right. */
  private final Calibration calibration =
      new Calibration(
          List.of(
              new Calibration.Bin(0, .5, 50, .45, .6), new Calibration.Bin(.5, 1, 100, .8, .6)));

  @Test
  void a_bar_and_a_dot_say_how_often_a_bin_is_right() {
    SvgDocument svg = SvgDocument.of(Plots.reliability(calibration));
    List<Element> bars = svg.elements("rect", "fill", BAR);
    assertThat(bars).hasSize(2);
    assertThat(number(bars.get(0), "height")).isEqualTo(0.6 * SIDE, DRAWN);
    List<Element> dots = svg.elements("circle", "fill", BLUE);
    assertThat(dots).hasSize(2);
    assertThat(number(dots.get(1), "cy")).isEqualTo(TOP + 0.4 * SIDE, DRAWN);
    double apart = number(dots.get(1), "cx") - number(dots.get(0), "cx");
    assertThat(apart).isEqualTo(0.35 * SIDE, DRAWN);
  }

  @Test
  void title_counts_and_description_have_the_numbers() {
    SvgDocument svg = SvgDocument.of(Plots.reliability(calibration));
    assertThat(svg.texts("title"))
        .containsExactly("Calibration: expected error 0.1833, maximum 0.2000");
    assertThat(svg.texts("text"))
        .contains("50", "100", "accuracy", "samples", "0.2", "1.0")
        .contains("confidence: probability of the predicted class");
    assertThat(svg.texts("desc"))
        .containsExactly(
            "50 samples of confidence 0.450 are right in 60.0 %; 100 samples of confidence 0.800"
                + " are right in 60.0 %.");
  }

  /** 0.5020 and 0.6906: statsmodels' {@code proportion_confint(60, 100, method="wilson")}. */
  @Test
  void a_stroke_is_the_interval_of_wilson() {
    SvgDocument svg = SvgDocument.of(Plots.reliability(calibration));
    String stroke = svg.elements("polyline", "stroke", "#555555").get(1).getAttribute("points");
    String[] ends = stroke.split("[ ,]");
    assertThat(Double.parseDouble(ends[1])).isEqualTo(TOP + (1 - 0.5020) * SIDE, within(0.05));
    assertThat(Double.parseDouble(ends[3])).isEqualTo(TOP + (1 - 0.6906) * SIDE, within(0.05));
  }

  @Test
  void no_sample_and_a_hundred_bins_can_be_drawn() {
    Plot none = Plots.reliability(Calibration.of(new double[0], new boolean[0], 15));
    assertThat(SvgDocument.of(none).elements("circle")).isEmpty();
    assertThat(none.toPng(1)).isNotEmpty();
    Plot many = Plots.reliability(Calibration.of(new double[] {.31, 1}, new boolean[2], 100));
    assertThat(SvgDocument.of(many).elements("circle")).hasSize(2);
  }
}
