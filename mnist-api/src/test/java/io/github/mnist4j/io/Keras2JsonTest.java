package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON in the form of Keras 2, written by hand after its documentation, and by this library. */
class Keras2JsonTest {
  private static final String LAYERS =
      """
      [{"class_name": "Conv2D", "config": {"name": "conv2d", "trainable": true,
         "batch_input_shape": [null, 28, 28, 1], "dtype": "float32", "filters": 8,
         "kernel_size": [3, 3], "strides": [1, 1], "padding": "valid",
         "data_format": "channels_last", "dilation_rate": [1, 1], "groups": 1,
         "activation": "relu", "use_bias": true,
         "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": null}},
         "bias_initializer": {"class_name": "Zeros", "config": {}}, "kernel_regularizer": null,
         "bias_regularizer": null, "activity_regularizer": null, "kernel_constraint": null,
         "bias_constraint": null}},
       {"class_name": "Flatten", "config": {"name": "flatten", "trainable": true,
         "dtype": "float32", "data_format": "channels_last"}},
       {"class_name": "Dropout", "config": {"name": "dropout", "trainable": true,
         "dtype": "float32", "rate": 0.5, "noise_shape": null, "seed": null}},
       {"class_name": "Dense", "config": {"name": "dense", "trainable": true,
         "dtype": "float32", "units": 10, "activation": "linear", "use_bias": true}}]
      """;

  private static final Sequential EXPECTED =
      Sequential.of(Input(28, 28, 1), Conv2D(8, 3, relu), Flatten(), Dropout(0.5), Dense(10));

  @Test
  void the_first_layer_may_say_what_the_samples_are() {
    String json =
        "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"sequential\", \"layers\": "
            + LAYERS
            + "}, \"keras_version\": \"2.4.0\", \"backend\": \"tensorflow\"}";
    assertThat(Sequential.fromJson(json)).isEqualTo(EXPECTED);
  }

  @Test
  void the_config_may_be_a_bare_list() {
    String json = "{\"class_name\": \"Sequential\", \"config\": " + LAYERS + "}";
    assertThat(Sequential.fromJson(json)).isEqualTo(EXPECTED);
  }

  @Test
  void an_input_layer_may_have_the_old_key() {
    String json =
        "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"old\", \"layers\": [{"
            + "\"class_name\": \"InputLayer\", \"config\": {\"batch_input_shape\": [null, 4],"
            + " \"dtype\": \"float32\", \"sparse\": false, \"ragged\": false, \"name\":"
            + " \"dense_input\"}}, {\"class_name\": \"Dense\", \"config\": {\"units\": 2}}]}}";
    assertThat(Sequential.fromJson(json)).isEqualTo(Sequential.of(Input(4), Dense(2)).name("old"));
  }

  @Test
  void what_is_written_has_the_keys_of_keras_2_alone() {
    KerasJson.Network network =
        new KerasJson.Network(
            "old",
            Input(4),
            List.of(Dense(2).name("dense").kernelInitializer(Initializers.heNormal())));
    assertThat(Keras2Json.tree(network).toString())
        .isEqualTo(
            """
            {"class_name":"Sequential","config":{"name":"old","layers":[\
            {"class_name":"InputLayer","config":{"name":"input_layer","dtype":"float32",\
            "sparse":false,"batch_input_shape":[null,4]}},\
            {"class_name":"Dense","config":{"units":2,"activation":"linear","use_bias":true,\
            "kernel_initializer":{"class_name":"HeNormal","config":{"seed":null}},\
            "bias_initializer":{"class_name":"Zeros","config":{}},"kernel_regularizer":null,\
            "bias_regularizer":null,"activity_regularizer":null,"kernel_constraint":null,\
            "bias_constraint":null,"name":"dense","trainable":true,"dtype":"float32"}}]},\
            "keras_version":"2.15.0","backend":"tensorflow"}""");
  }

  @Test
  void what_is_written_is_read() {
    String json = Keras2Json.tree(KerasJson.read(EXPECTED.toJson())).toString();
    assertThat(json).doesNotContain("module", "registered_name", "\"batch_shape\"");
    assertThat(Sequential.fromJson(json)).isEqualTo(EXPECTED);
  }

  @Test
  void an_architecture_is_written_for_keras_2_where_the_options_say_so(@TempDir Path folder)
      throws IOException {
    KerasJson.Network network = KerasJson.read(EXPECTED.toJson());
    ModelState model = new ModelState(network, List.of(), Weights.builder().build(), null, null, 0);
    Path file = folder.resolve("old.json");
    new ArchitectureFormat().write(file, model, SaveOptions.defaults().keras2(true));
    assertThat(file).hasContent(Keras2Json.tree(network).toString());
    new ArchitectureFormat().write(file, model, SaveOptions.defaults());
    assertThat(file).hasContent(KerasJson.write(network));
  }
}
