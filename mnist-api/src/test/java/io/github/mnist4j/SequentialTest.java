package io.github.mnist4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class SequentialTest {
  private static java.util.List<String> names(Layer... layers) {
    return Sequential.of(layers).layers().stream().map(Layer::name).toList();
  }

  @Test
  void layers_are_named_and_counted_by_class() {
    assertThat(names(Conv2D(1, 3), MaxPool(2), Conv2D(1, 3), Flatten(), Dense(1), Dense(1)))
        .containsExactly("conv2d", "max_pooling2d", "conv2d_1", "flatten", "dense", "dense_1");
  }

  @Test
  void given_names_are_kept_and_avoided() {
    assertThat(names(Dense(1), Dense(1), Dense(1).name("dense_1"), Dense(1).name("head")))
        .containsExactly("dense", "dense_2", "dense_1", "head");
    assertThat(names(Dense(1), Dense(1).name("dense"))).containsExactly("dense_1", "dense");
  }

  @Test
  void an_input_is_no_layer_of_the_list() {
    Sequential network = Sequential.of(Input(28, 28), Flatten(), Dense(10));
    assertThat(network.layers()).hasSize(2);
    assertThat(network.inputShape()).contains(Shape.of(28, 28));
    assertThat(network.outputShape()).contains(Shape.of(10));
  }

  @Test
  void without_an_input_shapes_are_unknown_until_built() {
    Sequential network = Sequential.of(Flatten(), Dense(10));
    assertThat(network.inputShape()).isEmpty();
    assertThat(network.outputShape()).isEmpty();
    Sequential built = network.build(Shape.of(4, 4));
    assertThat(built.outputShape()).contains(Shape.of(10));
    assertThat(built).isEqualTo(Sequential.of(Input(4, 4), Flatten(), Dense(10)));
    assertThat(network.inputShape()).isEmpty();
  }

  @Test
  void building_for_the_same_shape_changes_nothing() {
    Sequential network = Sequential.of(Input(4), Dense(10));
    assertThat(network.build(Shape.of(4))).isSameAs(network);
  }

  @Test
  void equal_are_networks_of_the_same_layers() {
    Sequential network = Sequential.of(Dense(3, relu), Dense(2));
    assertThat(network)
        .isEqualTo(Sequential.of(Dense(3, relu), Dense(2)))
        .hasSameHashCodeAs(Sequential.of(Dense(3, relu), Dense(2)))
        .isNotEqualTo(Sequential.of(Dense(3), Dense(2)))
        .isNotEqualTo(network.name("other"))
        .isNotEqualTo(network.build(Shape.of(4)));
  }

  @Test
  void a_name_is_sequential_unless_given() {
    assertThat(Sequential.of(Dense(1)).name()).isEqualTo("sequential");
    assertThat(Sequential.of(Dense(1)).name("digits").name()).isEqualTo("digits");
  }

  @Test
  void the_tutorials_network_has_its_parameters() {
    Sequential cnn =
        Sequential.of(
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10));
    assertThat(cnn.build(Shape.of(28, 28, 1)).summary().totalParams()).isEqualTo(121_930);
  }

  @Test
  void frozen_layers_have_no_parameters_to_train() {
    Sequential network = Sequential.of(Input(4), Dense(3), Dense(2));
    Sequential frozen = network.freeze("dense");
    assertThat(frozen.frozen()).containsExactly("dense");
    assertThat(frozen.summary().trainableParams()).isEqualTo(8);
    assertThat(frozen.summary().nonTrainableParams()).isEqualTo(15);
    assertThat(frozen).isNotEqualTo(network);
    assertThat(frozen.unfreeze("dense")).isEqualTo(network);
    assertThat(frozen.freeze("dense_1").frozen()).containsExactly("dense", "dense_1");
  }

  @Test
  void what_is_frozen_travels_in_json() {
    Sequential frozen = Sequential.of(Input(4), Dense(3), Dense(2)).freeze("dense");
    assertThat(frozen.toJson()).containsOnlyOnce("\"trainable\":false");
    assertThat(Sequential.fromJson(frozen.toJson())).isEqualTo(frozen);
  }

  @Test
  void only_layers_that_are_there_can_be_frozen() {
    assertThatThrownBy(() -> Sequential.of(Dense(3)).freeze("dens"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unknown layer 'dens'\n  expected: one of dense");
  }
}
