package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.tanh;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.AvgPool;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Writes a small model in every format, with what it predicts, for {@link KeptFilesTest}: run once
 * a version, into a folder of that name in {@code src/test/resources/kept}, and never changed
 * again.
 */
final class WriteKeptFiles {
  private WriteKeptFiles() {}

  /** Writes to the folder that the one argument names. */
  public static void main(String... args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    RandomStream random = RandomStream.of(20);
    Tensor x = Tensor.zeros(Shape.of(16, 12, 11, 1));
    for (int i = 0; i < x.size(); i++) {
      x.data()[i] = random.below(1000, i) / 1000f;
    }
    int[] labels = IntStream.range(0, 16).map(i -> i % 4).toArray();
    Sequential network =
        Sequential.of(
            Input(12, 11, 1),
            Conv2D(3, 3, relu).padding(Padding.SAME).strides(2),
            MaxPool(2),
            Conv2D(4, 2).useBias(false),
            Activation(tanh),
            AvgPool(2).strides(1).padding(Padding.SAME),
            Dropout(0.25),
            Flatten(),
            Dense(8, relu),
            Dense(4));
    CompileOptions options =
        CompileOptions.of(
                Optimizers.adam(0.01),
                Losses.sparseCategoricalCrossentropy().fromLogits(),
                Metrics.accuracy())
            .seed(5);
    try (Model model = network.compile(options)) {
      model.fit(Dataset.of(x, labels), FitOptions.epochs(3).batchSize(8).verbose(0));
      for (String name :
          new String[] {
            "model.keras",
            "model.h5",
            "model.weights.h5",
            "architecture.json",
            "web/model.json",
            "model.onnx"
          }) {
        model.save(folder.resolve(name));
      }
      SaveOptions defaults = SaveOptions.defaults();
      model.save(folder.resolve("architecture.keras2.json"), defaults.keras2(true));
      model.save(folder.resolve("web-uint8/model.json"), defaults.quantization(Quantization.UINT8));
      Npy.write(folder.resolve("x.npy"), x);
      Npy.write(folder.resolve("y.npy"), model.predict(x));
      model.fit(Dataset.of(x, labels), FitOptions.epochs(1).batchSize(8).shuffle(false).verbose(0));
      Npy.write(folder.resolve("y_one_epoch_later.npy"), model.predict(x));
    }
  }
}
