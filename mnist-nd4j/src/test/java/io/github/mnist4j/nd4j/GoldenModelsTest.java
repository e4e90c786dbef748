package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that Keras saved give Keras' own outputs; made by {@code golden/make_golden.py}. */
class GoldenModelsTest {
  private static final double KERAS_TOLERANCE = 1e-5; // absolute; the outputs are of order 1

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tutorial_cnn",
        "keras_io_mnist_convnet",
        "lenet5",
        "mlp_dropout",
        "softmax_regression",
        "deferred_build",
        "linear",
        "relu",
        "sigmoid",
        "softmax",
        "tanh"
      })
  void outputs_are_those_of_keras(String name) throws IOException {
    String config = new String(entry(name, "config.json"), StandardCharsets.UTF_8);
    assertThat(predict(name, config)).containsExactly(keras(name), within((float) KERAS_TOLERANCE));
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
    String config = Golden.json("models/" + name + ".portable.json").toString();
    assertThat(predict(name, config)).containsExactly(keras(name), within((float) KERAS_TOLERANCE));
  }

  private static float[] keras(String name) {
    return Npy.read(Golden.bytes("models/" + name + "_y.npy")).data();
  }

  private float[] predict(String name, String config) throws IOException {
    Tensor x = Npy.read(Golden.bytes("models/" + name + "_x.npy"));
    Path weights = Files.write(folder.resolve("model.weights.h5"), entry(name, "model.weights.h5"));
    Sequential network = Sequential.fromJson(config);
    try (Model model = network.compile(Optimizers.adam(), Losses.meanSquaredError())) {
      model.loadWeights(weights);
      return model.predict(x).data();
    }
  }

  private static byte[] entry(String name, String entryName) throws IOException {
    byte[] file = Golden.bytes("models/" + name + ".keras");
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(entryName)) {
          return zip.readAllBytes();
        }
      }
    }
    throw new IOException(name + ".keras has no " + entryName);
  }
}
