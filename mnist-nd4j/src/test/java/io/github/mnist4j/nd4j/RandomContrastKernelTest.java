package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.RandomContrast;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Range;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomContrastKernelTest extends PixelsContract {
  private static final Range BOTH = new Range(0.6, 1);

  @Override
  Stream<Case> cases() {
    return Stream.of(
        new Case("more", RandomContrast(0.5).valueRange(-4, 4), SHAPE, true),
        new Case("cut off", RandomContrast(BOTH).valueRange(-0.5, 1.5).seed(5), SHAPE, true),
        new Case("Keras' range", RandomContrast(BOTH), SHAPE, true),
        layer("not at all", RandomContrast(0).valueRange(-2, 2), SHAPE));
  }

  @Override
  Layer drawn(Integer seed) {
    return RandomContrast(BOTH).valueRange(-2, 2).seed(seed);
  }

  static Stream<JsonNode> golden() {
    return Stream.of(Golden.list(Golden.json("pixels.json").get("contrast")));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void images_and_gradients_are_those_of_keras(JsonNode c) {
    assertAsKeras(c, RandomContrast(BOTH).valueRange(end(c, 0), end(c, 1)).seed(1));
  }
}
