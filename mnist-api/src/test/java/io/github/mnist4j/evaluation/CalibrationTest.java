package io.github.mnist4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalibrationTest {
  private static final double TOLERANCE = 1e-12;

  /** Probabilities that were rounded to floats here and in NumPy, of two roundings. */
  private static final double OF_FLOATS = 1e-7;

  static Stream<JsonNode> predictions() throws IOException {
    return Golden.cases("predictions");
  }

  static Stream<JsonNode> edges() throws IOException {
    return Golden.cases("edges");
  }

  private static void assertSame(Calibration calibration, JsonNode expected, double tolerance) {
    assertThat(calibration.bins().stream().mapToInt(bin -> (int) bin.count()).toArray())
        .isEqualTo(Golden.ints(expected.get("count")));
    List<Calibration.Bin> filled =
        calibration.bins().stream().filter(bin -> bin.count() > 0).toList();
    assertThat(filled.stream().mapToDouble(Calibration.Bin::accuracy).toArray())
        .containsExactly(Golden.doubles(expected.get("curve_accuracy")), within(tolerance));
    assertThat(filled.stream().mapToDouble(Calibration.Bin::confidence).toArray())
        .containsExactly(Golden.doubles(expected.get("curve_confidence")), within(tolerance));
    assertThat(calibration.expectedError())
        .isCloseTo(expected.get("expected").asDouble(), within(tolerance));
    assertThat(calibration.maximumError())
        .isCloseTo(expected.get("maximum").asDouble(), within(tolerance));
  }

  @ParameterizedTest
  @MethodSource("predictions")
  void curve_and_errors_are_those_of_scikit_learn_and_numpy(JsonNode c) {
    Predictions predictions = PredictionsTest.of(c);
    for (JsonNode expected : c.get("calibrations")) {
      assertSame(Calibration.of(predictions, expected.get("bins").asInt()), expected, OF_FLOATS);
    }
    assertThat(Calibration.of(predictions)).isEqualTo(Calibration.of(predictions, 15));
  }

  @ParameterizedTest
  @MethodSource("edges")
  void what_is_on_an_edge_is_in_the_bin_below(JsonNode c) {
    List<JsonNode> right = Golden.stream(c.get("right")).toList();
    boolean[] answers = new boolean[right.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = right.get(i).asBoolean();
    }
    JsonNode expected = c.get("calibration");
    assertSame(
        Calibration.of(Golden.doubles(c.get("confidence")), answers, expected.get("bins").asInt()),
        expected,
        TOLERANCE);
  }

  @Test
  void it_prints_the_bins_that_hold_something() {
    Calibration calibration =
        Calibration.of(
            new double[] {0, .5, .75, .875, 1}, new boolean[] {false, true, true, true, true}, 4);
    assertThat(calibration)
        .hasToString(
            """
              confidence   samples  accuracy  mean confidence
            0.000 – 0.250        1    0.0000           0.0000
            0.250 – 0.500        1    1.0000           0.5000
            0.500 – 0.750        1    1.0000           0.7500
            0.750 – 1.000        2    1.0000           0.9375
            expected calibration error 0.1750, maximum 0.5000, 4 bins
            """);
    assertThat(calibration.samples()).isEqualTo(5);
    assertThat(Calibration.of(new double[0], new boolean[0], 2).expectedError()).isZero();
    assertThat(Calibration.of(new double[0], new boolean[0], 2).maximumError()).isZero();
  }

  @Test
  void what_is_no_confidence_is_refused() {
    assertThatThrownBy(() -> Calibration.of(new double[] {.5, 1.5}, new boolean[2], 2))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "a confidence is no probability\n"
                + "  expected: numbers from 0 to 1\n"
                + "  got:      1.5 in row 1\n"
                + "  see:      "
                + Problem.SITE
                + "#predictions");
    assertThatThrownBy(() -> Calibration.of(new double[2], new boolean[3], 2))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "confidences and answers are not of the same number\n"
                + "  expected: an answer for each of 2 confidences\n"
                + "  got:      3 answers\n"
                + "  see:      "
                + Problem.SITE
                + "#rows-differ");
    assertThatThrownBy(() -> Calibration.of(new double[2], new boolean[2], 0))
        .hasMessage("Calibration: bins must be at least 1, got 0");
  }

  @Test
  void a_bin_is_checked() {
    assertThatThrownBy(() -> new Calibration(List.of()))
        .hasMessage("Calibration: bins must be at least 1, got 0");
    assertThatThrownBy(() -> new Calibration.Bin(.5, .5, 1, .5, .5))
        .hasMessage("Calibration.Bin: low must be less than high, got 0.5 and 0.5");
    assertThatThrownBy(() -> new Calibration.Bin(0, .5, -1, .5, .5))
        .hasMessage("Calibration.Bin: count must be at least 0, got -1");
    assertThatThrownBy(() -> new Calibration.Bin(0, .5, 1, 1.5, .5))
        .hasMessage("Calibration.Bin: confidence must be finite and at most 1.0, got 1.5");
    assertThatThrownBy(() -> new Calibration.Bin(0, .5, 1, .5, Double.NaN))
        .hasMessage("Calibration.Bin: accuracy must be zero or more and finite, got NaN");
  }
}
