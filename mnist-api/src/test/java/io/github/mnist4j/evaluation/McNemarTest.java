package io.github.mnist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class McNemarTest {
  /** Relative, of probabilities of any size; SciPy's own is the larger part of it. */
  private static final double PERCENT = 1e-8;

  static Stream<JsonNode> cases() throws IOException {
    return Golden.cases("mcnemar");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void it_says_what_scipy_and_statsmodels_say(JsonNode c) {
    McNemar test = new McNemar(500, c.get("first").asLong(), c.get("second").asLong(), 20);
    assertThat(test.pValue()).isCloseTo(c.get("p").asDouble(), withinPercentage(PERCENT));
    if (c.has("chi_square")) {
      assertThat(test.chiSquare()).isCloseTo(c.get("chi_square").asDouble(), within(1e-12));
      assertThat(test.chiSquarePValue())
          .isCloseTo(c.get("chi_square_p").asDouble(), withinPercentage(PERCENT));
    }
  }

  @Test
  void a_model_is_no_better_than_one_with_as_many_mistakes() {
    assertThat(new McNemar(1, 5, 5, 1).chiSquare()).isZero();
    assertThat(new McNemar(1, 5, 5, 1).chiSquarePValue()).isEqualTo(1);
    assertThat(new McNemar(1, 0, 0, 1).chiSquare()).isZero();
    assertThat(new McNemar(1, 0, 0, 1).pValue()).isEqualTo(1);
  }

  @Test
  void answers_are_counted_by_who_knew() {
    int[] labels = {0, 1, 2, 3, 4};
    McNemar test = McNemar.of(labels, new int[] {0, 1, 2, 0, 0}, new int[] {0, 0, 0, 3, 1});
    assertThat(test).isEqualTo(new McNemar(1, 2, 1, 1));
    assertThat(test.samples()).isEqualTo(5);
    Predictions first = Predictions.ofLogits(new int[] {0, 1}, Tensor.of(Shape.of(2), -1, -1));
    Predictions second = Predictions.ofLogits(new int[] {0, 1}, Tensor.of(Shape.of(2), -1, 1));
    assertThat(McNemar.of(first, second)).isEqualTo(new McNemar(1, 0, 1, 0));
  }

  @Test
  void it_prints_as_sentences() {
    assertThat(new McNemar(9893, 12, 28, 67))
        .hasToString(
            "Of 10000 samples, the first model knows 9905 and the second model 9921; only the first"
                + " model knows 12, only the second model 28. That is hardly chance (p = 0.0166):"
                + " the second model is better.");
    assertThat(new McNemar(90, 4, 3, 3).sentence("small", "large"))
        .isEqualTo(
            "Of 100 samples, small knows 94 and large 93; only small knows 4, only large 3. That"
                + " may well be chance (p = 1.0000).");
    assertThat(new McNemar(90, 0, 400, 3).sentence("small", "large"))
        .endsWith("That is hardly chance (p < 0.0001): large is better.");
    assertThat(new McNemar(90, 0, 0, 3).toString()).endsWith(". They differ in none.");
  }

  @Test
  void the_same_samples_are_compared() {
    assertThatThrownBy(() -> McNemar.of(new int[3], new int[3], new int[2]))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "the models did not answer the same samples\n"
                + "  expected: two answers for each of 3 labels\n"
                + "  got:      3 of the first model, 2 of the second\n"
                + "  see:      "
                + Problem.SITE
                + "#rows-differ");
    assertThatThrownBy(() -> new McNemar(1, -1, 2, 3))
        .hasMessage("McNemar: counts must be at least 0, got 1, -1, 2, 3");
  }
}
