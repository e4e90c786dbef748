package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.errors.ModelFormatException;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasH5ErrorsTest {
  private static final String DENSE =
      "{'class_name':'Sequential','config':[{'class_name':'Dense','config':"
          + "{'units':1,'batch_input_shape':[null,2],'name':'d'}}]}";
  private static final String MORE_AT = "\n  see:      https://mnist4j.github.io/troubleshooting#";

  private final NetworkSpec network = TestLayers.network(Shape.of(2), Dense(1));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("model.h5");
  }

  private void write(Consumer<WritableHdfFile> contents) {
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      contents.accept(hdf);
      hdf.putDataset("written_by", new int[] {1});
    }
  }

  private static void config(WritableHdfFile hdf, String json) {
    hdf.putAttribute("model_config", json.replace('\'', '"'));
  }

  private static void weights(WritableGroup group, Object... values) {
    group.putAttribute("layer_names", new String[] {"d"});
    WritableGroup layer = group.putGroup("d");
    String[] names = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      names[i] = "w" + i;
      layer.putDataset(names[i], values[i]);
    }
    layer.putAttribute("weight_names", names);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> new KerasH5().open(file).weights(network.layers()))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(message);
  }

  @Test
  void weights_alone_lead_to_what_reads_them() {
    write(hdf -> weights(hdf, new float[][] {{1}, {2}}, new float[] {3}));
    assertRefused(
        file
            + " has no architecture, so it is no whole model\n"
            + "  expected: the attribute model_config, as model.save(\"model.h5\") writes it\n"
            + "  got:      weights alone\n"
            + "  fix:      model.loadWeights(file) on a network of your own, or"
            + " Models.load(architecture.json, file)"
            + MORE_AT
            + "h5-no-model");
    assertThat(WeightsH5.read(file, network.layers()).get("layer0/kernel").data())
        .containsExactly(1, 2);
  }

  @Test
  void another_hdf5_file_is_refused() {
    write(hdf -> {});
    assertThatThrownBy(() -> new KerasH5().open(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("got:      neither a model nor weights");
  }

  @Test
  void a_text_and_a_missing_file_are_refused() throws IOException {
    assertThatThrownBy(() -> new KerasH5().open(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no file to load a model from: " + file);
    Files.writeString(file, "no HDF5");
    assertThatThrownBy(() -> new KerasH5().open(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(file + " cannot be read as HDF5");
  }

  @Test
  void a_config_that_is_no_json_is_refused() {
    write(hdf -> config(hdf, "{'class_name'"));
    assertThatThrownBy(() -> new KerasH5().open(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(file + " has a model_config that is no JSON")
        .hasMessageEndingWith("#h5-no-model");
  }

  @Test
  void a_shape_that_differs_is_named() {
    write(
        hdf -> {
          config(hdf, DENSE);
          weights(hdf.putGroup("model_weights"), new float[][] {{1}, {2}, {3}}, new float[] {3});
        });
    assertRefused(
        file
            + " has not the weights of layer 'layer0' (Dense)\n"
            + "  expected: kernel of shape (2, 1)\n"
            + "  got:      shape (3, 1)\n"
            + "  fix:      load the weights of a network of the same layers and shapes"
            + MORE_AT
            + "weights-do-not-fit");
  }

  @Test
  void another_number_of_layers_or_weights_is_refused() {
    write(
        hdf -> {
          config(hdf, DENSE);
          weights(hdf.putGroup("model_weights"), (Object) new float[][] {{1}, {2}});
        });
    assertThatThrownBy(() -> new KerasH5().open(file).weights(network.layers()))
        .hasMessageContaining("expected: 2 parameters in d\n  got:      1 parameters");
    NetworkSpec other = TestLayers.network(Shape.of(2), Dense(1), Dense(1));
    assertThatThrownBy(() -> new KerasH5().open(file).weights(other.layers()))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(
            "expected: 2 layers with weights: layer0, layer1\n  got:      1 layers with weights: d");
  }

  @Test
  void double_precision_is_rounded_and_integers_are_refused() {
    write(hdf -> weights(hdf, new double[][] {{0.1}, {0.2}}, new double[] {0.3}));
    assertThat(WeightsH5.read(file, network.layers()).get("layer0/kernel").data())
        .containsExactly(0.1f, 0.2f);
    write(hdf -> weights(hdf, new int[][] {{1}, {2}}, new int[] {3}));
    assertThatThrownBy(() -> WeightsH5.read(file, network.layers()))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("expected: kernel of 32-bit floats\n  got:      int");
  }

  @Test
  void channels_first_of_keras_1_are_refused() {
    write(
        hdf ->
            config(
                hdf,
                "{'class_name':'Sequential','config':[{'class_name':'Convolution2D','config':"
                    + "{'nb_filter':1,'nb_row':3,'nb_col':3,'dim_ordering':'th'}}]}"));
    assertThatThrownBy(() -> new KerasH5().open(file))
        .isInstanceOf(ModelFormatException.class)
        .hasMessage(
            "the JSON wants images with their channels first, at $.config[0].config\n"
                + "  expected: \"dim_ordering\": \"tf\"\n"
                + "  got:      \"dim_ordering\": \"th\""
                + MORE_AT
                + "unsupported-value");
  }

  @Test
  void an_unknown_compilation_is_refused_only_where_it_is_asked_for() {
    for (String training :
        List.of("{", "{'loss':'ctc','optimizer_config':{'class_name':'Adam','config':{}}}")) {
      write(
          hdf -> {
            config(hdf, DENSE);
            hdf.putAttribute("training_config", training.replace('\'', '"'));
            weights(hdf.putGroup("model_weights"), new float[][] {{1}, {2}}, new float[] {3});
          });
      ModelFile opened = new KerasH5().open(file);
      assertThat(opened.weights(network.layers()).tensors()).hasSize(2);
      assertThatThrownBy(opened::compile)
          .isInstanceOf(ModelFormatException.class)
          .hasMessageContaining("Models.loadUncompiled(file)")
          .hasMessageEndingWith("#unsupported-compile");
    }
  }

  @Test
  void a_network_that_is_too_large_is_refused_before_a_byte_is_written() throws IOException {
    Files.writeString(file, "an older file");
    List<Layer> layers = new java.util.ArrayList<>(Collections.nCopies(200, Flatten()));
    layers.add(Dense(1));
    NetworkSpec spec = TestLayers.network(Shape.of(2, 2), layers.toArray(Layer[]::new));
    ModelState state =
        new ModelState(
            new KerasJson.Network(
                "x".repeat(59_000),
                Input(2, 2),
                spec.layers().stream().map(LayerSpec::layer).toList()),
            spec.layers(),
            spec.initialWeights(),
            null,
            null,
            1);
    assertThatThrownBy(() -> new KerasH5().write(file, state, SaveOptions.defaults()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the network is too large to be described in a .h5 file")
        .hasMessageContaining("save it as .keras instead")
        .hasMessageEndingWith("#h5-too-large");
    assertThat(file).content().isEqualTo("an older file");
  }

  @Test
  void kernels_that_theano_turned_around_are_refused() {
    NetworkSpec conv =
        TestLayers.network(Shape.of(2, 2, 1), io.github.mnist4j.layers.Layers.Conv2D(1, 1));
    write(
        hdf -> {
          hdf.putAttribute("backend", "theano");
          weights(hdf, new float[][][][] {{{{1}}}}, new float[] {3});
        });
    assertThatThrownBy(() -> WeightsH5.read(file, conv.layers()))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageStartingWith(
            file + " was written on Theano, whose convolutions turn their kernels around");
  }
}
