package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.errors.ModelFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsFirstTest {
  private static final String JSON =
      """
      {"class_name": "Sequential", "config": {"name": "net", "layers": [
       {"class_name": "InputLayer", "config": {"batch_shape": [null, 3, 8, 9]}},
       {"class_name": "Conv2D", "config": {"filters": 4, "kernel_size": [3, 3],
        "data_format": "channels_first"}},
       {"class_name": "BatchNormalization", "config": {"axis": 1}},
       {"class_name": "Flatten", "config": {"data_format": "channels_first"}},
       {"class_name": "Dense", "config": {"units": 2, "activation": "softmax"}}]}}""";

  @Test
  void becomes_a_network_with_channels_last() {
    assertThat(Sequential.fromJson(JSON))
        .isEqualTo(
            Sequential.of(
                    Input(8, 9, 3),
                    Conv2D(4, 3),
                    BatchNormalization(),
                    Flatten(),
                    Dense(2, io.github.mnist4j.layers.Activation.softmax))
                .name("net"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"Flatten\", \"config\": {\"data_format\": \"channels_first\"};"
            + "\"Flatten\", \"config\": {\"data_format\": \"channels_last\"};"
            + "layers[3].config.data_format",
        "\"axis\": 1; \"axis\": -1; layers[2].config.axis",
        "\"BatchNormalization\", \"config\": {\"axis\": 1}; \"Dense\", \"config\": {\"units\": 2};"
            + "layers[2]",
        "\"kernel_size\": [3, 3],; \"kernel_size\": [3, 3], \"activation\": \"softmax\",;"
            + "layers[1].config.activation"
      })
  void what_would_see_its_numbers_in_another_order_is_refused(
      String old, String changed, String place) {
    String json = JSON.replace(old, changed);
    assertThat(json).isNotEqualTo(JSON);
    assertThatThrownBy(() -> Sequential.fromJson(json))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(
            "the network has its channels first and cannot be turned, at $.config." + place + "\n");
  }
}
