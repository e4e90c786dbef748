package io.github.mnist4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The initializers of matrices, against those of real Keras and by their angles. */
class OrthogonalTest {
  private static final double KERAS_TOLERANCE = 1e-5; // single precision
  private static final double ANGLE_TOLERANCE = 1e-6;

  private static Stream<JsonNode> golden(String kind) throws IOException {
    try (InputStream file = OrthogonalTest.class.getResourceAsStream("/golden/initializers.json")) {
      JsonNode cases = new ObjectMapper().readTree(file).get(kind);
      return StreamSupport.stream(cases.spliterator(), false);
    }
  }

  private static Stream<JsonNode> orthogonal() throws IOException {
    return golden("orthogonal");
  }

  private static Stream<JsonNode> identity() throws IOException {
    return golden("identity");
  }

  private static Shape shape(JsonNode golden) {
    return Shape.of(
        StreamSupport.stream(golden.get("shape").spliterator(), false)
            .mapToInt(JsonNode::asInt)
            .toArray());
  }

  private static void assertValues(float[] values, JsonNode expected) {
    assertThat(values).hasSize(expected.size());
    for (int i = 0; i < values.length; i++) {
      assertThat((double) values[i])
          .as("number %d", i)
          .isCloseTo(expected.get(i).asDouble(), within(KERAS_TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("orthogonal")
  void of_the_same_normal_numbers_comes_the_matrix_of_keras(JsonNode golden) {
    Shape shape = shape(golden);
    float[] values = new float[shape.size()];
    double gain = golden.get("gain").asDouble();
    Orthogonalized.fill(
        values, shape.dim(-1), gain, i -> golden.get("normal").get((int) i).asDouble());
    assertValues(values, golden.get("values"));
  }

  @ParameterizedTest
  @MethodSource("identity")
  void the_identity_is_that_of_keras(JsonNode golden) {
    Shape shape = shape(golden);
    float[] values = new float[shape.size()];
    java.util.Arrays.fill(values, 7);
    Initializers.identity(golden.get("gain").asDouble()).fill(values, shape, RandomStream.of(1));
    assertValues(values, golden.get("values"));
  }

  private static Stream<Shape> shapes() {
    return Stream.of(
        Shape.of(1, 1),
        Shape.of(64, 64),
        Shape.of(300, 20),
        Shape.of(20, 300),
        Shape.of(3, 3, 8, 40),
        Shape.of(3, 1, 2, 40),
        Shape.of(5, 4, 16));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void columns_or_rows_are_at_right_angles_and_as_long_as_the_gain(Shape shape) {
    double gain = 1.5;
    float[] values = new float[shape.size()];
    new Initializer.Orthogonal(gain, 3).fill(values, shape, RandomStream.of(1));
    int columns = shape.dim(-1);
    int rows = values.length / columns;
    int count = Math.min(rows, columns);
    boolean wide = rows < columns;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j <= i; j++) {
        double dot = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          int a = wide ? i * columns + k : k * columns + i;
          int b = wide ? j * columns + k : k * columns + j;
          dot += (double) values[a] * values[b];
        }
        double expected = i == j ? gain * gain : 0;
        assertThat(dot).as("%d and %d", i, j).isCloseTo(expected, within(ANGLE_TOLERANCE));
      }
    }
  }

  /** Without the correction of signs, the diagonal of a square Q would lean to one side. */
  @Test
  void the_matrices_are_uniform() {
    double trace = 0;
    int count = 2000;
    for (int i = 0; i < count; i++) {
      float[] values = new float[9];
      Initializers.orthogonal().fill(values, Shape.of(3, 3), RandomStream.of(i));
      trace += values[0] + values[4] + values[8];
    }
    // Traces of uniform orthogonal matrices have mean 0 and deviation 1.
    assertThat(trace / count).isCloseTo(0, within(4 / Math.sqrt(count)));
  }

  @Test
  void other_shapes_are_refused() {
    assertThatThrownBy(
            () -> Initializers.orthogonal().fill(new float[4], Shape.of(4), RandomStream.of(1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            Orthogonal fills no vectors
              expected: a parameter of two axes or more
              got:      (4,)
              fix:      take another initializer for it
              see:      https://mnist4j.github.io/troubleshooting#initializer-shape""");
    assertThatThrownBy(
            () -> Initializers.identity().fill(new float[8], Shape.of(2, 2, 2), RandomStream.of(1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            Identity fills matrices only
              expected: a parameter of two axes
              got:      (2, 2, 2)
              fix:      take another initializer for it
              see:      https://mnist4j.github.io/troubleshooting#initializer-shape""");
  }
}
