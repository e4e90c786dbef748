package io.github.mnist4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers of scikit-learn; {@code golden/report.py} made them. */
class GoldenClassificationReportTest {
  private static final double TOLERANCE = 1e-12;

  static Stream<JsonNode> cases() throws IOException {
    try (InputStream in =
        GoldenClassificationReportTest.class.getResourceAsStream("/golden/report.json")) {
      return StreamSupport.stream(
          new ObjectMapper().readTree(in).required("cases").spliterator(), false);
    }
  }

  private static int[] ints(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static void assertRow(ClassificationReport.Row row, JsonNode expected) {
    assertThat(row.precision())
        .isCloseTo(expected.required("precision").asDouble(), within(TOLERANCE));
    assertThat(row.recall()).isCloseTo(expected.required("recall").asDouble(), within(TOLERANCE));
    assertThat(row.f1()).isCloseTo(expected.required("f1-score").asDouble(), within(TOLERANCE));
    assertThat(row.support()).isEqualTo(expected.required("support").asLong());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void it_says_what_scikit_learn_says(JsonNode c) {
    int classes = c.get("classes").asInt();
    ClassificationReport report =
        ConfusionMatrix.of(classes, ints(c.get("truth")), ints(c.get("predicted"))).report();
    long[] counts =
        StreamSupport.stream(c.get("matrix").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .toArray();
    assertThat(report.matrix()).isEqualTo(ConfusionMatrix.ofCounts(classes, counts));
    for (int label = 0; label < classes; label++) {
      assertRow(report.row(label), c.get("report").get(Integer.toString(label)));
    }
    assertRow(report.macro(), c.get("report").get("macro avg"));
    assertRow(report.weighted(), c.get("report").get("weighted avg"));
    assertThat(report.accuracy()).isCloseTo(c.get("accuracy").asDouble(), within(TOLERANCE));
  }
}
