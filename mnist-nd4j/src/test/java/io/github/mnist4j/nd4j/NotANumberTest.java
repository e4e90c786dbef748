package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * What is no number reaches the output, where the loss finds it. Max pooling is not among these
 * layers: libnd4j's passes over what is no number.
 */
class NotANumberTest {
  static Stream<Layer> layers() {
    return Stream.of(Activation.values())
        .flatMap(
            a ->
                Stream.<Layer>of(
                    Layers.Activation(a),
                    Conv2D(2, 3, a),
                    Conv2D(2, 3, a).useBias(false),
                    Dense(3, a)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void passes_through(Layer layer) {
    for (boolean training : new boolean[] {true, false}) {
      try (Trial trial =
          new Trial(Specs.of(Shape.of(3, 3, 2), layer), 1, training, DataType.FLOAT)) {
        trial.network.x().assign(Double.NaN);
        assertThat(trial.forward()).containsOnly(Double.NaN);
      }
    }
  }
}
