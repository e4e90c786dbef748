package io.github.mnist4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {
  private static NetworkSpec network(long seed) {
    return TestNetworks.of(
        Shape.of(4),
        Losses.meanSquaredError(),
        Optimizers.sgd(),
        seed,
        Layers.Dense(4),
        Layers.Dense(4).biasInitializer(Initializers.ones()));
  }

  @Test
  void the_output_is_that_of_the_last_layer() {
    assertThat(network(1).output()).isEqualTo(Shape.of(4));
  }

  @Test
  void the_seed_alone_decides_the_weights() {
    assertThat(network(1).initialWeights()).isEqualTo(network(1).initialWeights());
    assertThat(network(1).initialWeights()).isNotEqualTo(network(2).initialWeights());
  }

  @Test
  void two_layers_of_the_same_shape_start_differently() {
    Weights weights = network(1).initialWeights();
    assertThat(weights.get("layer0/kernel")).isNotEqualTo(weights.get("layer1/kernel"));
  }

  @Test
  void each_parameter_has_its_own_initializer() {
    Weights weights = network(1).initialWeights();
    assertThat(weights.get("layer0/bias")).isEqualTo(Tensor.zeros(Shape.of(4)));
    assertThat(weights.get("layer1/bias")).isEqualTo(Tensor.of(Shape.of(4), 1, 1, 1, 1));
  }

  @Test
  void an_initializer_that_does_not_fit_is_named_with_its_layer() {
    NetworkSpec network =
        TestNetworks.of(
            Shape.of(4),
            Losses.meanSquaredError(),
            Optimizers.sgd(),
            1,
            Layers.Dense(4),
            Layers.Dense(3).biasInitializer(Initializers.identity()));
    assertThatThrownBy(network::initialWeights)
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            layer 2 'layer1' (Dense): Identity fills matrices only
              expected: a parameter of two axes
              got:      (3,) from its bias
              fix:      take another initializer for it
              see:      https://mnist4j.github.io/troubleshooting#initializer-shape""");
  }
}
