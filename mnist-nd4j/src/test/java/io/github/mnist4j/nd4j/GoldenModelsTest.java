package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that Keras saved give Keras' own outputs; made by {@code golden/make_golden.py}. */
class GoldenModelsTest {
  private static final double KERAS_TOLERANCE = 1e-5; // of the greatest output, or of 1

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tutorial_cnn",
        "tutorial_cnn__latest",
        "keras_io_mnist_convnet",
        "lenet5",
        "mlp_dropout",
        "softmax_regression",
        "deferred_build",
        "functional_chain",
        "bn_gap",
        "channels_first",
        "functional_resnet",
        "nested_sequential",
        "reshape_mlp",
        "lstm_rows",
        "gru_rnn_rows",
        "conv1d_rows",
        "conv_zoo",
        "deconv_zoo",
        "autoencoder",
        "normalization_layer",
        "linear",
        "relu",
        "sigmoid",
        "softmax",
        "tanh",
        "relu6",
        "leaky_relu",
        "elu",
        "selu",
        "celu",
        "silu",
        "swish",
        "gelu",
        "mish",
        "softplus",
        "softsign",
        "exponential",
        "hard_tanh",
        "hard_shrink",
        "soft_shrink",
        "tanh_shrink",
        "log_sigmoid",
        "sparse_plus",
        "sparse_sigmoid",
        "squareplus",
        "hard_sigmoid",
        "hard_silu",
        "hard_swish",
        "log_softmax"
      })
  void outputs_are_those_of_keras(String name) throws IOException {
    Path file =
        Files.write(folder.resolve("model.keras"), Golden.bytes("models/" + name + ".keras"));
    try (Model model = Models.load(file)) {
      Shape input = model.architecture().inputShape().orElseThrow();
      Tensor x = array(name + "_x");
      // One channel lies the same first and last.
      Tensor samples = name.equals("channels_first") ? x.reshape(input.prepend(x.rows())) : x;
      assertThat(model.predict(samples).data())
          .containsExactly(array(name + "_y").data(), tolerance(array(name + "_y")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tutorial_cnn",
        "keras_io_mnist_convnet",
        "lenet5",
        "mlp_dropout",
        "softmax_regression",
        "deferred_build"
      })
  void outputs_of_the_portable_config_are_those_of_keras(String name) throws IOException {
    Path weights =
        Files.write(
            folder.resolve("model.weights.h5"),
            Golden.zipped("models/" + name + ".keras", "model.weights.h5"));
    Sequential network =
        Sequential.fromJson(Golden.json("models/" + name + ".portable.json").toString());
    try (Model model = network.compile(Optimizers.adam(), Losses.meanSquaredError())) {
      model.loadWeights(weights);
      assertThat(model.predict(array(name + "_x")).data())
          .containsExactly(array(name + "_y").data(), tolerance(array(name + "_y")));
    }
  }

  private static Offset<Float> tolerance(Tensor outputs) {
    float greatest = 1;
    for (float output : outputs.data()) {
      greatest = Math.max(greatest, Math.abs(output));
    }
    return within((float) (greatest * KERAS_TOLERANCE));
  }

  private static Tensor array(String name) {
    return Npy.read(Golden.bytes("models/" + name + ".npy"), name);
  }
}
