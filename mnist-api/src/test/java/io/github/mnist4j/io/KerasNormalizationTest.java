package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.SpatialDropout2D;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Normalization;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Keras' own classes want of a config, beyond its keys. */
class KerasNormalizationTest {
  private static Sequential network(List<Integer> axis, Double... numbers) {
    List<Double> values = List.of(numbers);
    return Sequential.of(
        Input(3, 4, 2), new Normalization(axis, values, values, false, "normalization"));
  }

  @Test
  void one_mean_is_a_number() {
    Sequential network = network(List.of(), 2.5);
    assertThat(network.toJson()).contains("\"mean\":2.5,\"variance\":2.5");
    assertThat(Sequential.fromJson(network.toJson())).isEqualTo(network);
  }

  @Test
  void means_of_one_axis_are_a_list() {
    Sequential network = network(List.of(-1), 1.5, 2.5);
    assertThat(network.toJson()).contains("\"mean\":[1.5,2.5],");
    assertThat(Sequential.fromJson(network.toJson())).isEqualTo(network);
  }

  @Test
  void means_of_two_axes_are_a_list_of_lists() {
    Sequential network = network(List.of(3, -3), 1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
    assertThat(network.toJson()).contains("\"mean\":[[1.0,2.0],[3.0,4.0],[5.0,6.0]],");
    assertThat(Sequential.fromJson(network.toJson())).isEqualTo(network);
  }

  @Test
  void spatial_dropout_is_not_said_to_be_frozen() {
    Sequential network = Sequential.of(Input(3, 4, 2), SpatialDropout2D(0.5).name("a"));
    assertThat(network.freeze("a").toJson()).isEqualTo(network.toJson());
  }
}
