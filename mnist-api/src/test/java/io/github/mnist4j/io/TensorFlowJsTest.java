package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Dense;
import io.github.mnist4j.layers.Initializers;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFlowJsTest {
  private final ModelState model =
      States.of(Shape.of(5, 5, 2), Conv2D(3, 2, relu), Flatten(), Dense(4));

  private Path folder;
  private Path file;

  @BeforeEach
  void take(@TempDir Path temp) {
    folder = temp.resolve("web");
    file = folder.resolve("model.json");
  }

  private void write(ModelState state, Quantization quantization) {
    ModelFormats.write(file, state, SaveOptions.defaults().quantization(quantization));
  }

  private Weights read(Path path) {
    return ModelFormats.readable(path).open(path).weights(model.layers());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void edit(String from, String to) throws IOException {
    String json = Files.readString(file);
    assertThat(json).contains(from);
    Files.writeString(file, json.replace(from, to));
  }

  @Test
  void what_is_written_is_read_from_the_file_and_from_the_folder() {
    write(model, Quantization.NONE);
    assertThat(read(file)).isEqualTo(model.weights());
    assertThat(read(folder)).isEqualTo(model.weights());
    KerasJson.Network network = new TensorFlowJs().open(file).network();
    assertThat(network.layers().get(0)).isEqualTo(model.network().layers().get(0));
    assertThat(network.input().shape()).isEqualTo(Shape.of(5, 5, 2));
  }

  @Test
  void half_precision_halves_the_size_and_keeps_three_digits() throws IOException {
    write(model, Quantization.FLOAT16);
    Weights read = read(file);
    model
        .weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              for (int i = 0; i < tensor.size(); i++) {
                float value = tensor.data()[i];
                assertThat(read.get(name).data()[i])
                    .isCloseTo(value, within(Math.abs(value) * 0x1p-11f + 0x1p-25f));
              }
            });
    assertThat(Files.size(folder.resolve(files().get(1)))).isEqualTo(2 * numbers());
  }

  private int numbers() {
    return model.weights().tensors().values().stream().mapToInt(Tensor::size).sum();
  }

  @Test
  void in_256_steps_no_weight_is_off_by_more_than_one_and_zero_stays_zero() throws IOException {
    write(model, Quantization.UINT8);
    Weights read = read(file);
    model
        .weights()
        .tensors()
        .forEach(
            (name, tensor) -> {
              float[] values = tensor.data().clone();
              Arrays.sort(values);
              float step = (values[values.length - 1] - values[0]) / 255;
              assertThat(read.get(name).data()).containsExactly(tensor.data(), within(step));
            });
    assertThat(read.get("layer2/bias").data()).containsOnly(0);
    assertThat(Files.size(folder.resolve(files().get(1)))).isEqualTo(numbers());
  }

  @Test
  void an_exact_zero_among_others_and_a_constant_survive_256_steps() {
    Weights weights =
        Weights.builder()
            .add("layer0/kernel", Tensor.of(Shape.of(1, 4), -0.3f, 0, 0.9f, 1))
            .add("layer0/bias", Tensor.of(Shape.of(4), 2.5f, 2.5f, 2.5f, 2.5f))
            .build();
    ModelState small = States.of(TestLayers.network(Shape.of(1), Dense(4)), weights);
    write(small, Quantization.UINT8);
    Weights read = new TensorFlowJs().open(file).weights(small.layers());
    assertThat(read.get("layer0/kernel").data()[1]).isZero();
    assertThat(read.get("layer0/bias").data()).containsOnly(2.5f);
  }

  @Test
  void a_weight_that_half_precision_cannot_say_is_refused_before_a_byte_is_written() {
    Weights weights =
        Weights.builder()
            .add("layer0/kernel", Tensor.of(Shape.of(1, 1), 70_000))
            .add("layer0/bias", Tensor.of(Shape.of(1), 0))
            .build();
    ModelState large = States.of(TestLayers.network(Shape.of(1), Dense(1)), weights);
    assertThatThrownBy(() -> write(large, Quantization.FLOAT16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "the weight 'layer0/kernel' cannot be quantized\n"
                + "  expected: numbers less than 65520.0\n"
                + "  got:      70000.0");
    assertThat(folder).doesNotExist();
  }

  @Test
  void a_second_model_takes_the_place_of_the_first_and_of_its_weights() throws IOException {
    write(model, Quantization.NONE);
    List<String> first = files();
    write(model, Quantization.NONE);
    assertThat(files()).isEqualTo(first);
    write(model, Quantization.UINT8);
    assertThat(files()).hasSize(2).doesNotContain(first.get(1));
    Files.writeString(folder.resolve("weights.of.somebody.bin"), "kept");
    write(model, Quantization.NONE);
    assertThat(files()).hasSize(3).contains("weights.of.somebody.bin");
  }

  @Test
  void shards_and_other_names_and_another_order_are_read() throws IOException {
    write(model, Quantization.NONE);
    String weights = files().get(1);
    byte[] bytes = Files.readAllBytes(folder.resolve(weights));
    Files.write(folder.resolve("shard1"), Arrays.copyOf(bytes, 100));
    Files.write(folder.resolve("shard2"), Arrays.copyOfRange(bytes, 100, bytes.length));
    Files.delete(folder.resolve(weights));
    edit("\"" + weights + "\"", "\"shard1\",\"shard2\"");
    edit("layer0/kernel", "sequential/layer0/kernel:0");
    edit("layer0/bias", "layer0/1");
    assertThat(read(file)).isEqualTo(model.weights());
  }

  @Test
  void an_initializer_that_is_not_known_is_no_reason_to_refuse_weights() throws IOException {
    write(model, Quantization.NONE);
    String units = "\"units\":4,";
    edit(
        units,
        units + "\"kernel_initializer\":{\"class_name\":\"STFTInitializer\",\"config\":{}},");
    assertThat(read(file)).isEqualTo(model.weights());
    write(model, Quantization.NONE);
    edit(
        units,
        units
            + "\"kernel_initializer\":{\"class_name\":\"VarianceScaling\",\"config\":{\"scale\":2,"
            + "\"mode\":\"fan_in\",\"distribution\":\"normal\"}},");
    Dense dense = (Dense) new TensorFlowJs().open(file).network().layers().get(2);
    assertThat(dense.kernelInitializer()).isEqualTo(Initializers.heNormal());
    edit("\"scale\":2", "\"scale\":0.7");
    assertThat(read(file)).isEqualTo(model.weights());
  }

  @Test
  void a_root_folder_is_no_model_and_no_surprise() {
    Path root = folder.toAbsolutePath().getRoot();
    assertThatThrownBy(() -> ModelFormats.readable(root).open(root))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("model.json");
  }

  @Test
  void a_bare_topology_and_an_optimizers_weights_are_read() throws IOException {
    write(model, Quantization.NONE);
    String json = Files.readString(file);
    int start = json.indexOf("\"model_config\":") + "\"model_config\":".length();
    int end = json.indexOf("}},\"weightsManifest\"") + 1;
    String topology = json.substring(start, end);
    String bare =
        json.substring(0, json.indexOf("\"modelTopology\":"))
            + "\"modelTopology\":"
            + topology
            + json.substring(end + 1);
    Files.write(folder.resolve("adam.bin"), new byte[13]);
    Files.writeString(
        file,
        bare.replace(
            "\"weightsManifest\":[",
            "\"weightsManifest\":[{\"paths\":[\"adam.bin\"],\"weights\":[{\"name\":\"m\",\"shape\":[2],"
                + "\"dtype\":\"float32\",\"group\":\"optimizer\"},{\"name\":\"iter\",\"shape\":[],"
                + "\"dtype\":\"int32\",\"group\":\"optimizer\"},{\"name\":\"b\",\"shape\":[1],"
                + "\"dtype\":\"bool\",\"group\":\"optimizer\"}]},"));
    assertThat(read(file)).isEqualTo(model.weights());
  }
}
