package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what initializers draw against samples of real Keras, and against theory. */
class InitializersGoldenTest {
  /** Standard errors: one in 15,000 samples would lie farther off, and these are fixed. */
  private static final double ERRORS = 4;

  private static Stream<JsonNode> drawn() throws IOException {
    JsonNode cases = KerasTree.MAPPER.readTree(Golden.text("initializers.json")).get("drawn");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  static Shape shape(JsonNode node) {
    return Shape.of(
        StreamSupport.stream(node.spliterator(), false).mapToInt(JsonNode::asInt).toArray());
  }

  private static float[] sorted(JsonNode golden) throws IOException {
    Initializer initializer =
        KerasTree.MAPPER.treeToValue(golden.get("initializer"), Initializer.class);
    Shape shape = shape(golden.get("shape"));
    float[] values = new float[shape.size()];
    initializer.fill(values, shape, RandomStream.of(1));
    Arrays.sort(values);
    return values;
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void mean_and_deviation_are_those_of_theory_and_of_keras(JsonNode golden) throws IOException {
    float[] values = sorted(golden);
    double mean = 0;
    for (float value : values) {
      mean += (double) value / values.length;
    }
    double variance = 0;
    for (float value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    double deviation = golden.get("deviation").asDouble();
    double error = ERRORS * deviation / Math.sqrt(values.length);
    JsonNode sample = golden.get("sample");
    assertThat(mean).isCloseTo(golden.get("mean").asDouble(), within(error));
    assertThat(mean).isCloseTo(sample.get("mean").asDouble(), within(1.5 * error));
    // No distribution here has longer tails than the normal one, whose deviation's error this is.
    double half = error / Math.sqrt(2);
    assertThat(Math.sqrt(variance)).isCloseTo(deviation, within(half));
    assertThat(Math.sqrt(variance))
        .isCloseTo(sample.get("deviation").asDouble(), within(1.5 * half));
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void nothing_is_beyond_the_bounds_and_something_near_them(JsonNode golden) throws IOException {
    float[] values = sorted(golden);
    float greatest = values[values.length - 1];
    double deviation = golden.get("deviation").asDouble();
    if (golden.get("high").isNull()) {
      double mean = golden.get("mean").asDouble();
      assertThat(greatest).isGreaterThan((float) (mean + 3 * deviation));
      assertThat(values[0]).isLessThan((float) (mean - 3 * deviation));
    } else {
      double rounding = 1e-6 * deviation;
      double near = 0.05 * deviation;
      double high = golden.get("high").asDouble();
      double low = golden.get("low").asDouble();
      assertThat((double) greatest).isBetween(high - near, high + rounding);
      assertThat((double) values[0]).isBetween(low - rounding, low + near);
      JsonNode sample = golden.get("sample");
      assertThat(sample.get("greatest").asDouble()).isBetween(high - near, high + rounding);
      assertThat(sample.get("least").asDouble()).isBetween(low - rounding, low + near);
    }
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void as_many_numbers_are_below_each_quantile_of_keras(JsonNode golden) throws IOException {
    float[] values = sorted(golden);
    JsonNode quantiles = golden.get("sample").get("quantiles");
    for (int i = 0; i < quantiles.size(); i++) {
      double share = (i + 1) / 20.0;
      int place = Arrays.binarySearch(values, (float) quantiles.get(i).asDouble());
      double below = (double) (place < 0 ? -place - 1 : place) / values.length;
      // Both samples vary.
      double error = ERRORS * Math.sqrt(2 * share * (1 - share) / values.length);
      assertThat(below).as("quantile %s", share).isCloseTo(share, within(error));
    }
  }
}
