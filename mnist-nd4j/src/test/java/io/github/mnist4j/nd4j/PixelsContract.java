package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;

/** Layers of brightness and contrast, against Keras' own; {@code golden/pixels.py} made them. */
abstract class PixelsContract extends RandomImagesContract {
  private static final double SINGLE_PRECISION = 1e-6; // relative to the greatest number

  /** Holds output and gradient of a step against Keras'. */
  static void assertAsKeras(JsonNode c, Layer layer) {
    int[] shape = Arrays.stream(Golden.numbers(c.get("shape"))).mapToInt(v -> (int) v).toArray();
    int n = c.get("drawn").size();
    try (Trial trial = new Trial(Specs.of(Shape.of(shape), layer), n, true, DataType.DOUBLE)) {
      Trial.fill(trial.network.x(), Golden.numbers(c.get("x")));
      assertNear(trial.forward(), c.get("y"));
      Trial.fill(trial.network.dy(), Golden.numbers(c.get("dy")));
      trial.network.backward();
      assertNear(Trial.numbers(trial.network.dx()), c.get("dx"));
    }
  }

  private static void assertNear(double[] actual, JsonNode expected) {
    double[] keras = Golden.numbers(expected);
    double greatest = Arrays.stream(keras).map(Math::abs).max().orElseThrow();
    assertThat(actual).containsExactly(keras, within(greatest * SINGLE_PRECISION));
  }

  static double end(JsonNode c, int which) {
    return c.get("range").get(which).asDouble();
  }
}
