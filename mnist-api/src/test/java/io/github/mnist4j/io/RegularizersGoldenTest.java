package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.layers.Regularizer;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds penalties and their gradients against real Keras, which has single precision. */
class RegularizersGoldenTest {
  private static final double TOLERANCE = 1e-6; // relative above 1
  private static final int OFFSET = 3;
  private static final float BEFORE = 0.125f;

  private static Stream<JsonNode> cases() throws IOException {
    return StreamSupport.stream(
        KerasTree.MAPPER.readTree(Golden.text("regularizers.json")).spliterator(), false);
  }

  private static Regularizer regularizer(JsonNode golden) throws IOException {
    return KerasTree.MAPPER.treeToValue(golden.get("regularizer"), Regularizer.class);
  }

  /** The numbers in the midst of others. */
  private static float[] values(JsonNode golden) {
    float[] values = new float[golden.get("values").size() + 2 * OFFSET];
    Arrays.fill(values, 100);
    for (int i = 0; i < golden.get("values").size(); i++) {
      values[OFFSET + i] = (float) golden.get("values").get(i).asDouble();
    }
    return values;
  }

  private static void assertClose(double actual, double expected, String what) {
    double tolerance = TOLERANCE * Math.max(1, Math.abs(expected));
    assertThat(actual).as(what).isCloseTo(expected, within(tolerance));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void penalties_are_those_of_keras(JsonNode golden) throws IOException {
    Shape shape = InitializersGoldenTest.shape(golden.get("shape"));
    double penalty = regularizer(golden).penalty(values(golden), OFFSET, shape);
    assertClose(penalty, golden.get("penalty").asDouble(), "penalty");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_are_those_of_keras_and_are_added(JsonNode golden) throws IOException {
    Shape shape = InitializersGoldenTest.shape(golden.get("shape"));
    float[] gradients = new float[shape.size() + 2 * OFFSET];
    Arrays.fill(gradients, BEFORE);
    regularizer(golden).addGradient(values(golden), gradients, OFFSET, shape);
    for (int i = 0; i < gradients.length; i++) {
      double expected = golden.get("gradient").path(i - OFFSET).asDouble(0);
      assertClose(gradients[i] - BEFORE, expected, "gradient " + (i - OFFSET));
    }
  }
}
