package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.RandomBrightness;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Range;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomBrightnessKernelTest extends PixelsContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        new Case("a little", RandomBrightness(0.2).valueRange(-2, 2), SHAPE, true),
        new Case("cut off", RandomBrightness(0.3).valueRange(-0.5, 1.5).seed(5), SHAPE, true),
        new Case("Keras' range", RandomBrightness(new Range(0.001, 0.002)), SHAPE, true),
        layer("not at all", RandomBrightness(0).valueRange(-2, 2), SHAPE));
  }

  @Override
  Layer drawn(Integer seed) {
    return RandomBrightness(0.3).valueRange(-2, 2).seed(seed);
  }

  static Stream<JsonNode> golden() {
    return Stream.of(Golden.list(Golden.json("pixels.json").get("brightness")));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void images_and_gradients_are_those_of_keras(JsonNode c) {
    double factor = c.get("factor").asDouble();
    assertAsKeras(c, RandomBrightness(new Range(factor, factor)).valueRange(end(c, 0), end(c, 1)));
  }

  /** Each image its own number, and all of its pixels the same. */
  @Test
  void an_image_becomes_brighter_as_a_whole() {
    double[] y = output(RandomBrightness(0.3).valueRange(-9, 9), 0, true);
    double[] x = output(RandomBrightness(0).valueRange(-9, 9), 0, true);
    double[] added = new double[3];
    for (int i = 0; i < y.length; i++) {
      int image = i / SHAPE.size();
      added[image] = i % SHAPE.size() == 0 ? y[i] - x[i] : added[image];
      assertThat(y[i] - x[i]).isCloseTo(added[image], org.assertj.core.api.Assertions.within(1e-6));
    }
    assertThat(added).doesNotHaveDuplicates();
  }
}
