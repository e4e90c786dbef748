package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.AveragePooling2D;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.io.KerasJson.Network;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Initializer;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class KerasJsonTest {
  private static final InputLayer IMAGE = new InputLayer(Shape.of(28, 28, 1), null);

  private static Network network(Layer... layers) {
    return new Network("net", IMAGE, List.of(layers));
  }

  private static Network again(Network network) {
    Network read = KerasJson.read(KerasJson.write(network));
    assertThat(read.input() == null).isEqualTo(network.input() == null);
    return new Network(read.name(), network.input(), read.layers());
  }

  @Test
  void every_setting_of_every_layer_comes_back() {
    Network network =
        network(
            Conv2D(4, new Size(5, 3), relu).strides(2, 1).padding(Padding.SAME).name("a"),
            Conv2D(4, 3).useBias(false).kernelInitializer(Initializers.heNormal()).name("b"),
            MaxPool(2).strides(1).padding(Padding.SAME).name("c"),
            AveragePooling2D(new Size(2, 1)).name("d"),
            Dropout(0.25).seed(7).name("e"),
            Activation(relu).name("f"),
            Flatten().name("g"),
            Dense(10, softmax).biasInitializer(Initializers.constant(0.5)).name("h"));
    assertThat(again(network)).isEqualTo(network);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void every_activation_comes_back(Activation activation) {
    Network network = network(Conv2D(1, 1, activation).name("a"));
    assertThat(again(network)).isEqualTo(network);
  }

  private static Iterable<Initializer> initializers() {
    return Initializers.TYPES.values();
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void every_initializer_comes_back(Initializer initializer) {
    Network network = network(Conv2D(1, 1).kernelInitializer(initializer).name("a"));
    assertThat(again(network)).isEqualTo(network);
  }

  private static Iterable<Layer> prototypes() {
    return Layers.TYPES.values().stream()
        .map(Layers.Type::prototype)
        .filter(layer -> !(layer instanceof InputLayer))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("prototypes")
  void every_layer_of_the_catalogue_comes_back(Layer prototype) {
    Network network = new Network("net", null, List.of(prototype.name("a")));
    assertThat(again(network)).isEqualTo(network);
  }

  @Test
  void the_input_comes_back() {
    Network read = KerasJson.read(KerasJson.write(network(Flatten().name("a"))));
    assertThat(read.input()).isEqualTo(new InputLayer(Shape.of(28, 28, 1), "input_layer"));
  }

  @Test
  void the_text_is_keras() {
    assertThat(KerasJson.write(new Network("net", null, List.of(Flatten().name("flat")))))
        .isEqualTo(
            "{\"module\":\"keras\",\"class_name\":\"Sequential\",\"config\":{\"name\":\"net\","
                + "\"layers\":[{\"module\":\"keras.layers\",\"class_name\":\"Flatten\",\"config\":"
                + "{\"name\":\"flat\",\"trainable\":true,\"dtype\":\"float32\",\"data_format\":"
                + "\"channels_last\"},\"registered_name\":null}]},\"registered_name\":null}");
  }

  @Test
  void an_initializer_may_be_a_name() {
    String json =
        "{\"class_name\":\"Sequential\",\"config\":{\"layers\":[{\"class_name\":\"Dense\","
            + "\"config\":{\"units\":3,\"kernel_initializer\":\"he_normal\"}}]}}";
    assertThat(KerasJson.read(json).layers())
        .containsExactly(Dense(3).kernelInitializer(Initializers.heNormal()));
  }
}
