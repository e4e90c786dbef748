package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.mnist4j.metrics.Accumulator;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics as Keras writes them, over several batches; {@code golden/metrics.py} made them. */
class GoldenMetricsTest {
  private static final double TOLERANCE = 1e-6; // relative, and absolute below 1
  private static final JsonNode GOLDEN = golden();

  private static JsonNode golden() {
    try (InputStream in = GoldenMetricsTest.class.getResourceAsStream("/golden/metrics.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A case that prints as its name. */
  record Case(JsonNode node) {
    @Override
    public String toString() {
      return node.get("name").asText();
    }

    Shape shape(String key) {
      return Shape.of(numbers(node.get(key)).mapToInt(JsonNode::asInt).toArray());
    }

    float[] floats(String key, int batch) {
      double[] numbers =
          numbers(node.get(key).get(batch)).mapToDouble(JsonNode::asDouble).toArray();
      float[] floats = new float[numbers.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) numbers[i];
      }
      return floats;
    }

    Metric metric() {
      ArrayNode list = KerasTree.MAPPER.createArrayNode().add(node.get("metric"));
      return KerasMetric.read(list, "$").get(0);
    }
  }

  private static Stream<JsonNode> numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  static Stream<Case> cases() {
    return numbers(GOLDEN.get("cases")).map(Case::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void it_says_what_keras_says_after_each_batch(Case c) {
    Accumulator metric = c.metric().start(c.shape("target_shape"), c.shape("shape"));
    for (int batch = 0; batch < GOLDEN.get("sizes").size(); batch++) {
      metric.add(
          GOLDEN.get("sizes").get(batch).asInt(),
          c.floats("targets", batch),
          c.floats("outputs", batch));
      JsonNode keras = c.node().get("after").get(batch);
      assertThat(metric.results()).hasSize(keras.size());
      for (int i = 0; i < keras.size(); i++) {
        double expected = keras.get(i).asDouble();
        assertThat(metric.results()[i])
            .as("batch %d, number %d", batch, i)
            .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_was_read_is_written_again(Case c) {
    Metric metric = c.metric();
    KerasMetric.requireWritable(metric);
    ArrayNode list = KerasTree.MAPPER.createArrayNode().add(KerasMetric.write(metric));
    assertThat(KerasMetric.read(list, "$")).containsExactly(metric);
    assertThat(metric.name()).isEqualTo(c.node().get("metric").get("config").get("name").asText());
  }
}
