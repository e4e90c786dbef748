package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of Matplotlib; {@code golden/boxes.py} made them. */
class FiveNumbersTest {
  private static final double ROUNDING = 1e-12;

  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in = FiveNumbersTest.class.getResourceAsStream("/golden/boxes.json")) {
      return stream(new ObjectMapper().readTree(in).required("cases"));
    }
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_box_is_that_of_matplotlib(JsonNode c) {
    double[] values = stream(c.required("values")).mapToDouble(JsonNode::asDouble).toArray();
    FiveNumbers numbers = FiveNumbers.of(values);
    assertNear(numbers.lowerWhisker(), c.required("whislo"));
    assertNear(numbers.lowerQuartile(), c.required("q1"));
    assertNear(numbers.median(), c.required("med"));
    assertNear(numbers.upperQuartile(), c.required("q3"));
    assertNear(numbers.upperWhisker(), c.required("whishi"));
    List<Double> outliers = numbers.values().stream().filter(numbers::isOutlier).toList();
    assertThat(outliers)
        .containsExactlyElementsOf(stream(c.required("fliers")).map(JsonNode::asDouble).toList());
    assertThat(numbers.outliers()).isEqualTo(outliers.size());
  }

  private static void assertNear(double value, JsonNode expected) {
    assertThat(value).isCloseTo(expected.asDouble(), within(ROUNDING));
  }
}
