package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.AvgPool;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Padding;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenJsonTest {
  private static final Sequential TUTORIAL =
      Sequential.of(
          Input(28, 28, 1),
          Conv2D(32, 3, relu),
          MaxPool(2),
          Conv2D(64, 3, relu),
          MaxPool(2),
          Flatten(),
          Dense(64, relu),
          Dense(10));

  private static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of("tutorial_cnn.json", TUTORIAL),
        Arguments.of("tutorial_cnn.config.json", TUTORIAL),
        Arguments.of(
            "keras_io_mnist_convnet.json",
            Sequential.of(
                Input(28, 28, 1),
                Conv2D(32, 3, relu),
                MaxPool(2),
                Conv2D(64, 3, relu),
                MaxPool(2),
                Flatten(),
                Dropout(0.5),
                Dense(10, softmax))),
        Arguments.of(
            "lenet5.json",
            Sequential.of(
                Input(28, 28, 1),
                Conv2D(6, 5, tanh).padding(Padding.SAME),
                AvgPool(2),
                Conv2D(16, 5, tanh),
                AvgPool(2),
                Flatten(),
                Dense(120, tanh),
                Dense(84, tanh),
                Dense(10, softmax))),
        Arguments.of(
            "mlp_dropout.json",
            Sequential.of(Input(28, 28), Flatten(), Dense(32, relu), Dropout(0.2), Dense(10))),
        Arguments.of("softmax_regression.json", Sequential.of(Input(784), Dense(10, softmax))),
        Arguments.of(
            "deferred_build.json",
            Sequential.of(Input(28, 28, 1), Conv2D(4, 3, relu), MaxPool(2), Flatten(), Dense(10))));
  }

  /** By layers: Keras counts names over all networks of a process, and so may start at dense_2. */
  @ParameterizedTest
  @MethodSource("networks")
  void what_keras_wrote_is_read(String file, Sequential expected) {
    Sequential read = Sequential.fromJson(Golden.text(file));
    assertThat(read.inputShape()).isEqualTo(expected.inputShape());
    assertThat(read.layers().stream().map(layer -> layer.name("x")).toList())
        .isEqualTo(expected.layers().stream().map(layer -> layer.name("x")).toList());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void what_was_read_is_written_and_read_again(String file, Sequential expected) {
    Sequential read = Sequential.fromJson(Golden.text(file));
    assertThat(Sequential.fromJson(read.toJson())).isEqualTo(read);
  }

  @Test
  void the_summary_is_that_of_the_tutorial() {
    assertThat(Sequential.fromJson(Golden.text("tutorial_cnn.json")).summary().totalParams())
        .isEqualTo(121_930);
  }
}
