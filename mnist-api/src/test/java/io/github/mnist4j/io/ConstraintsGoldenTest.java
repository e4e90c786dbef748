package io.github.mnist4j.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.layers.Constraint;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds constraints against real Keras, which has single precision. */
class ConstraintsGoldenTest {
  private static final double TOLERANCE = 1e-6;
  private static final int OFFSET = 3;
  private static final float AROUND = -100;

  private static Stream<JsonNode> cases() throws IOException {
    return StreamSupport.stream(
        KerasTree.MAPPER.readTree(Golden.text("constraints.json")).spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void numbers_become_those_of_keras_and_what_is_around_them_stays(JsonNode golden)
      throws IOException {
    Constraint constraint =
        KerasTree.MAPPER.treeToValue(golden.get("constraint"), Constraint.class);
    JsonNode before = golden.get("values");
    float[] values = new float[before.size() + 2 * OFFSET];
    Arrays.fill(values, AROUND);
    for (int i = 0; i < before.size(); i++) {
      values[OFFSET + i] = (float) before.get(i).asDouble();
    }
    constraint.apply(values, OFFSET, InitializersGoldenTest.shape(golden.get("shape")));
    for (int i = 0; i < values.length; i++) {
      double expected = golden.get("constrained").path(i - OFFSET).asDouble(AROUND);
      assertThat((double) values[i])
          .as("number %d", i - OFFSET)
          .isCloseTo(expected, within(TOLERANCE));
    }
  }
}
