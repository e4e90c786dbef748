package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Bidirectional;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.LSTM;
import static io.github.mnist4j.layers.Layers.Residual;
import static io.github.mnist4j.layers.Layers.Stack;
import static io.github.mnist4j.layers.Layers.TimeDistributed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.layers.Layer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KerasCompositesTest {
  static Stream<Sequential> networks() {
    return Stream.of(
        Sequential.of(Input(4, 4, 1), Stack(Conv2D(2, 3), Flatten()), Dense(2)),
        Sequential.of(Input(4, 3), Bidirectional(LSTM(2)), Dense(2)),
        Sequential.of(Input(4, 3), TimeDistributed(Stack(Dense(2))), Flatten(), Dense(2)),
        Sequential.of(Input(4), Residual(Dense(4), Dense(4)), Dense(2)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void travel_frozen_and_not(Sequential network) {
    assertThat(Sequential.fromJson(network.toJson())).isEqualTo(network);
    Sequential frozen = network.freeze(network.layers().get(0).name());
    assertThat(Sequential.fromJson(frozen.toJson())).isEqualTo(frozen);
  }

  /** Keras asks each layer, and forgets what was said of a nested Sequential as a whole. */
  @ParameterizedTest
  @MethodSource("networks")
  void all_inside_is_frozen_in_the_file(Sequential network) {
    Sequential frozen =
        network.freeze(network.layers().stream().map(Layer::name).toArray(String[]::new));
    assertThat(frozen.toJson())
        .contains("\"trainable\":false")
        .doesNotContain("\"trainable\":true");
  }

  @Test
  void some_frozen_layers_inside_are_refused() {
    Sequential network = Sequential.of(Input(4), Stack(Dense(3), Dense(2)));
    String json = network.toJson();
    String frozen =
        json.replace(
            "\"name\":\"dense\",\"trainable\":true", "\"name\":\"dense\",\"trainable\":false");
    assertThat(frozen).isNotEqualTo(json);
    assertThatThrownBy(() -> Sequential.fromJson(frozen))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(
            "some of the layers inside of a layer are frozen, at $.config.layers[1].config\n"
                + "  expected: all of them, or none");
  }
}
