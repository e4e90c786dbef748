package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.Conv1D;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Cropping2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Identity;
import static io.github.mnist4j.layers.Layers.MaxPooling2D;
import static io.github.mnist4j.layers.Layers.Reshape;
import static io.github.mnist4j.layers.Layers.UpSampling2D;
import static io.github.mnist4j.layers.Layers.ZeroPadding2D;
import static io.github.mnist4j.nd4j.FastAndPlain.compare;
import static io.github.mnist4j.nd4j.FastAndPlain.network;
import static io.github.mnist4j.nd4j.FastAndPlain.predict;

import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Margins;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that only move numbers. */
class DnnlImagesTest {
  @BeforeAll
  static void needs_oneDnn() {
    FastAndPlain.needOneDnn();
  }

  static Stream<NetworkSpec> networks() {
    Stream<Layer> layers =
        Stream.of(
            ZeroPadding2D(1),
            ZeroPadding2D(new Margins(0, 3, 2, 1)),
            Cropping2D(1),
            Cropping2D(new Margins(0, 2, 1, 0)),
            Cropping2D(0),
            UpSampling2D(2),
            UpSampling2D(new Size(3, 1)),
            UpSampling2D(new Size(4, 5)),
            UpSampling2D(new Size(2, 3)).interpolation(Interpolation.BILINEAR),
            Identity());
    Stream<NetworkSpec> moved =
        layers.flatMap(
            layer ->
                Stream.of(
                    network(Shape.of(9, 8, 3), layer, Conv2D(20, 2, softmax), layer, Flatten()),
                    network(
                        Shape.of(9, 8, 3),
                        Conv2D(16, 2, relu),
                        layer,
                        Activation(tanh),
                        layer,
                        MaxPooling2D(2),
                        Flatten(),
                        Dense(3))));
    return Stream.concat(
        moved,
        Stream.of(
            network(
                Shape.of(72),
                Dense(72, relu),
                Reshape(6, 6, 2),
                Conv2D(20, 3, relu),
                Reshape(16, 20),
                Conv1D(16, 3, tanh),
                Reshape(-1, 4),
                Dense(5),
                Reshape(-1),
                Dense(3)),
            network(Shape.of(6, 4), Reshape(4, 6), Identity())));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void outputs_and_gradients_are_those_of_the_plain_path(NetworkSpec spec) {
    for (int n : new int[] {1, 5}) {
      compare(spec, n);
    }
    predict(spec, 3);
  }
}
