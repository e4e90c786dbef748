package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PredictionTest {
  private static final String BEST = "#1f77b4";
  private static final String OTHER = "#b5cde0";

  private static SvgDocument draw(float... scores) {
    List<String> names =
        IntStream.range(0, scores.length).mapToObj(i -> "class " + (char) ('a' + i)).toList();
    return SvgDocument.of(Plots.prediction(Tensor.zeros(Shape.of(28, 28, 1)), scores, names));
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void probabilities_are_percentages_and_the_best_is_the_title() {
    SvgDocument svg = draw(0.25f, 0.7499f, 0, 0.0001f);
    assertThat(svg.texts("title")).containsExactly("predicted: class b");
    assertThat(svg.texts("text"))
        .contains("predicted: class b", "class a", "class d", "probability (%)", "100")
        .contains("25.0 %", "75.0 %", "0.0 %", "< 0.1 %");
    Element best = svg.elements("rect", "fill", BEST).get(0);
    Element other = svg.elements("rect", "fill", OTHER).get(0);
    assertThat(number(best, "width") / number(other, "width")).isBetween(2.9, 3.1);
    assertThat(best.getAttribute("x")).isEqualTo(other.getAttribute("x"));
  }

  @Test
  void almost_certain_is_not_written_as_certain() {
    assertThat(draw(0.99999f, 0.00001f).texts("text")).contains("> 99.9 %", "< 0.1 %");
    assertThat(draw(1, 0).texts("text")).contains("100.0 %", "0.0 %");
  }

  @Test
  void logits_go_to_both_sides_of_zero() {
    SvgDocument svg = draw(-4, 8, -0.001f);
    assertThat(svg.texts("text")).contains("−4.00", "8.00", "0.00", "score", "−2");
    Element best = svg.elements("rect", "fill", BEST).get(0);
    Element negative = svg.elements("rect", "fill", OTHER).get(0);
    assertThat(number(negative, "x") + number(negative, "width"))
        .isEqualTo(number(best, "x"), Offset.offset(0.02));
    assertThat(number(best, "width") / number(negative, "width")).isBetween(1.9, 2.1);
  }

  @Test
  void scores_that_are_not_numbers_are_written_without_a_bar() {
    SvgDocument svg = draw(Float.NaN, 2, Float.NEGATIVE_INFINITY);
    assertThat(svg.texts("title")).containsExactly("predicted: class b");
    assertThat(svg.texts("text")).contains("NaN", "−Infinity");
    assertThat(svg.elements("rect", "fill", OTHER)).isEmpty();
  }

  @Test
  void of_many_classes_the_twenty_best_are_shown_in_order() {
    float[] scores = new float[30];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i;
    }
    SvgDocument svg = draw(scores);
    assertThat(svg.texts("text"))
        .filteredOn(text -> text.startsWith("class"))
        .hasSize(20)
        .startsWith("class ~", "class }", "class |");
  }
}
