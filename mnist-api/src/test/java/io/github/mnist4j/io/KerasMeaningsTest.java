package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.Dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** hard_sigmoid is never read nor written where it means another function. */
class KerasMeaningsTest {
  private static final ModelState STATE =
      States.of(Shape.of(4), Dense(3), Activation(Activation.hard_sigmoid));

  private static final KerasJson.Network NETWORK = STATE.network();

  @TempDir Path folder;

  private static ObjectNode keras2() {
    ObjectNode tree = Keras2Json.tree(NETWORK);
    tree.remove("keras_version");
    return tree;
  }

  @Test
  void keras_3_means_ours() {
    assertThat(KerasJson.read(KerasJson.write(NETWORK)).layers()).isEqualTo(NETWORK.layers());
    assertThat(KerasJson.read(KerasJson.tree(NETWORK), "3.0.0").layers())
        .isEqualTo(NETWORK.layers());
    assertThat(KerasJson.read(keras2(), "3.15.1").layers()).isEqualTo(NETWORK.layers());
    assertThat(KerasJson.read(keras2(), "10.0.0").layers()).isEqualTo(NETWORK.layers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.2", "2.1.6-tf", "2.15.0", "none"})
  void older_versions_mean_another_function(String version) {
    for (ObjectNode tree : List.of(keras2(), KerasJson.tree(NETWORK))) {
      assertThatThrownBy(() -> KerasJson.read(tree, version))
          .isInstanceOf(ModelFormatException.class)
          .hasMessage(
              """
              the JSON says hard_sigmoid, which is another function before Keras 3, at \
              $.config.layers[2].config.activation
                expected: a network of Keras 3, where it is relu6(x + 3) / 6
                got:      one of Keras %s, where it is 0.2 x + 0.5, cut at 0 and 1
                fix:      train it with another activation, or with Keras 3
                see:      https://mnist4j.github.io/troubleshooting#hard-sigmoid"""
                  .formatted(version));
    }
  }

  @Test
  void the_version_may_be_in_the_json() {
    String keras2 = keras2().put("keras_version", "2.13.1").toString();
    assertThatThrownBy(() -> KerasJson.read(keras2)).hasMessageContaining("one of Keras 2.13.1");
    // Keras 2.13 writes modules, too.
    String late = KerasJson.tree(NETWORK).put("keras_version", "2.13.1").toString();
    assertThatThrownBy(() -> KerasJson.read(late)).hasMessageContaining("one of Keras 2.13.1");
    String keras3 = keras2().put("keras_version", "3.5.0").toString();
    assertThat(KerasJson.read(keras3).layers()).isEqualTo(NETWORK.layers());
  }

  @Test
  void without_a_version_and_modules_it_could_be_either() {
    assertThatThrownBy(() -> KerasJson.read(keras2().toString()))
        .hasMessageContaining("got:      no version, and no key that Keras 3 alone writes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"activation", "recurrent_activation"})
  void any_activation_counts_in_any_depth(String key) throws JsonProcessingException {
    JsonNode root =
        KerasTree.MAPPER.readTree(
            "{\"config\":[{\"config\":{\"layer\":{\"" + key + "\":\"hard_sigmoid\"}}}]}");
    assertThatThrownBy(() -> KerasMeanings.require(root, "2.2.4"))
        .hasMessageContaining("at $.config[0].config.layer." + key + "\n");
    KerasMeanings.require(root, "3.0.0");
    KerasMeanings.require(
        KerasTree.MAPPER.readTree("{\"config\":{\"name\":\"hard_sigmoid\"}}"), "2.2.4");
  }

  @Test
  void a_keras_archive_says_its_version() throws IOException {
    Path file = folder.resolve("model.keras");
    new KerasFormat().write(file, STATE, SaveOptions.defaults());
    assertThat(new KerasFormat().open(file).network().layers()).isEqualTo(NETWORK.layers());
    Path old = Files.write(folder.resolve("old.keras"), olderArchive(Files.readAllBytes(file)));
    assertThatThrownBy(() -> new KerasFormat().open(old))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("one of Keras 2.14.0");
  }

  private static byte[] olderArchive(byte[] archive) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
        var out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] content = in.readAllBytes();
        out.write(
            entry.getName().equals("metadata.json")
                ? "{\"keras_version\":\"2.14.0\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : content);
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.h5", "model.json"})
  void it_is_not_written_where_keras_2_reads(String name) {
    Path file = folder.resolve(name);
    assertThatThrownBy(() -> ModelFormats.write(file, STATE, SaveOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("layer 'layer1' (Activation) cannot be written");
    assertThat(file).doesNotExist();
  }

  @Test
  void an_architecture_for_keras_2_is_not_written_either() {
    Path file = folder.resolve("net.json");
    assertThatThrownBy(() -> ModelFormats.write(file, STATE, SaveOptions.defaults().keras2(true)))
        .hasMessage(
            """
            layer 'layer1' (Activation) cannot be written for Keras 2: Keras 2 means another function \
            by hard_sigmoid
              fix:      write it for Keras 3: leave keras2 out of the options
              see:      https://mnist4j.github.io/troubleshooting#hard-sigmoid""");
    assertThat(file).doesNotExist();
    ModelFormats.write(file, STATE, SaveOptions.defaults());
    assertThat(file).hasContent(KerasJson.write(NETWORK));
  }

  @Test
  void a_tfjs_model_means_the_other_function_whoever_wrote_it() throws IOException {
    ObjectNode root = KerasTree.MAPPER.createObjectNode();
    root.put("format", "layers-model");
    root.set("modelTopology", KerasJson.tree(NETWORK).put("keras_version", "3.15.1"));
    Path file = Files.writeString(folder.resolve("model.json"), root.toString());
    assertThatThrownBy(() -> new TensorFlowJs().open(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("got:      one of Keras 2.15.0 and TF.js, where it is 0.2 x + 0.5");
  }

  @ParameterizedTest
  @EnumSource
  void all_other_activations_mean_the_same(Activation activation) {
    assertThat(KerasMeanings.obstacleInKeras2(Dense(3, activation)).isPresent())
        .isEqualTo(activation == Activation.hard_sigmoid);
  }
}
