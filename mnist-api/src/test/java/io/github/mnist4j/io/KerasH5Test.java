package io.github.mnist4j.io;

import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.layers.InputLayer;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.spi.LayerSpec;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasH5Test {
  private static final NetworkSpec SPEC =
      TestLayers.network(Shape.of(4, 4, 1), Conv2D(2, 3), MaxPool(1), Flatten(), Dense(3));
  private static final KerasCompile COMPILE =
      new KerasCompile(
          Optimizers.adam(0.01).epsilon(1e-6),
          Losses.sparseCategoricalCrossentropy().fromLogits(),
          List.of(Metrics.accuracy(), Metrics.sparseCategoricalAccuracy()));

  /** As many as Adam has for the network. */
  private static final OptimizerVars VARS =
      new OptimizerVars(
          7,
          0.01f,
          SPEC.initialWeights().tensors().values().stream()
              .flatMap(tensor -> java.util.stream.Stream.of(tensor, tensor))
              .toList());

  @TempDir Path folder;

  static ModelState state(@Nullable KerasCompile compile, @Nullable OptimizerVars vars) {
    KerasJson.Network network =
        new KerasJson.Network(
            "digits",
            new InputLayer(Shape.of(4, 4, 1), "input_layer"),
            SPEC.layers().stream().map(LayerSpec::layer).toList());
    return new ModelState(network, SPEC.layers(), SPEC.initialWeights(), compile, vars, 5);
  }

  static ModelState compiled() {
    return state(COMPILE, VARS);
  }

  private ModelFile written(ModelState state) {
    Path file = folder.resolve("model.h5");
    ModelFormats.write(file, state, SaveOptions.defaults());
    return ModelFormats.open(file);
  }

  @Test
  void a_model_comes_back_as_it_was() {
    ModelFile file = written(compiled());
    assertThat(file.network()).isEqualTo(compiled().network());
    assertThat(file.weights(SPEC.layers())).isEqualTo(SPEC.initialWeights());
    assertThat(file.compile()).isEqualTo(COMPILE);
    assertThat(file.optimizer()).isEqualTo(VARS);
    assertThat(file.seed()).isEqualTo(5);
  }

  @Test
  void a_model_that_was_not_compiled_has_neither_loss_nor_optimizer() {
    ModelFile file = written(state(null, null));
    assertThat(file.weights(SPEC.layers())).isEqualTo(SPEC.initialWeights());
    assertThat(file.compile()).isNull();
    assertThat(file.optimizer()).isNull();
  }

  @Test
  void an_optimizer_without_slots_comes_back() {
    Optimizer sgd = Optimizers.sgd(0.5);
    OptimizerVars vars = new OptimizerVars(3, 0.25f, List.of());
    ModelFile file =
        written(state(new KerasCompile(sgd, Losses.meanSquaredError(), List.of()), vars));
    assertThat(file.compile().optimizer()).isEqualTo(sgd);
    assertThat(file.optimizer()).isEqualTo(vars);
  }

  @Test
  void a_network_without_weights_comes_back() {
    NetworkSpec spec = TestLayers.network(Shape.of(4, 4, 1), Flatten());
    ModelState state =
        new ModelState(
            new KerasJson.Network("flat", Input(4, 4, 1), List.of(Flatten())),
            spec.layers(),
            spec.initialWeights(),
            null,
            null,
            1);
    assertThat(written(state).weights(spec.layers())).isEqualTo(spec.initialWeights());
  }

  @Test
  void the_layout_is_that_of_keras_2() throws IOException {
    written(compiled());
    try (HdfFile hdf = HdfFile.fromBytes(Files.readAllBytes(folder.resolve("model.h5")))) {
      assertThat(Hdf5.text(hdf, "keras_version")).isEqualTo("2.15.0");
      assertThat(Hdf5.text(hdf, "backend")).isEqualTo("tensorflow");
      assertThat(Hdf5.text(hdf, "model_config"))
          .startsWith("{\"class_name\":\"Sequential\"")
          .doesNotContain("module");
      assertThat(Hdf5.text(hdf, "training_config"))
          .contains("\"optimizer_config\":{\"class_name\":\"Adam\"");
      assertThat(Hdf5.texts(hdf.getChild("model_weights"), "layer_names"))
          .containsExactly("layer0", "layer3");
      assertThat(Hdf5.texts(Hdf5.child(hdf, "model_weights/layer0"), "weight_names"))
          .containsExactly("layer0/kernel:0", "layer0/bias:0");
      assertThat(Hdf5.child(hdf, "model_weights/layer0/layer0/kernel:0"))
          .isInstanceOf(Dataset.class);
      assertThat(Hdf5.texts(hdf.getChild("optimizer_weights"), "weight_names"))
          .startsWith("adam/iteration", "adam/learning_rate", "adam/layer0_kernel_momentum");
    }
  }

  @Test
  void both_endings_mean_this_format_and_that_of_weights_does_not() {
    assertThat(List.of("a.h5", "a.hdf5", "a.weights.h5", "a.keras"))
        .filteredOn(name -> new KerasH5().claims(Path.of(name)))
        .containsExactly("a.h5", "a.hdf5");
  }

  @Test
  void weights_are_read_from_a_whole_model() {
    written(compiled());
    assertThat(WeightsH5.read(folder.resolve("model.h5"), SPEC.layers()))
        .isEqualTo(SPEC.initialWeights());
  }

  @Test
  void a_model_in_two_files_is_read() throws IOException {
    Path json = Files.writeString(folder.resolve("a.json"), KerasJson.write(compiled().network()));
    Path weights = folder.resolve("a.weights.h5");
    WeightsH5.write(weights, SPEC.layers(), SPEC.initialWeights());
    TwoFiles file = TwoFiles.open(json, weights);
    assertThat(file.network()).isEqualTo(compiled().network());
    assertThat(file.weights(SPEC.layers())).isEqualTo(SPEC.initialWeights());
    assertThat(file.compile()).isNull();
  }

  @Test
  void variables_of_another_optimizer_are_kept_as_they_are() {
    OptimizerVars odd = new OptimizerVars(1, 1f, List.of(Tensor.of(Shape.of(2), 1, 2)));
    KerasCompile sgd =
        new KerasCompile(Optimizers.sgd(1).momentum(0.5), Losses.meanSquaredError(), List.of());
    assertThat(written(state(sgd, odd)).optimizer()).isEqualTo(odd);
  }
}
