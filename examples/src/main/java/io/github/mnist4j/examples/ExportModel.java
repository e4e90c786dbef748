package io.github.mnist4j.examples;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Npy;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Hands a model to the world: trains one epoch on 10,000 digits and writes the model in every
 * format there is, for Python's Keras, for the browser and for any ONNX runtime; with the pictures
 * of 100 test digits ({@code x.npy}) and what the model makes of them ({@code y.npy}), to compare.
 * About five seconds. One argument, the folder to write to; {@code out/export} where it is missing.
 */
public final class ExportModel {
  private ExportModel() {}

  /** Trains and writes. */
  public static void main(String... args) throws IOException {
    Path out = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "out/export"));
    Mnist mnist = Mnist.load();
    Sequential cnn =
        Sequential.of(
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10));
    try (Model model =
        cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())) {
      model.fit(mnist.train().take(10_000), epochs(1));

      // #region save
      // Python: keras.models.load_model("digits.keras"), with the optimizer's state
      model.save(out.resolve("digits.keras"));
      // Keras 2 and older tools: the whole model in one HDF5 file
      model.save(out.resolve("digits.h5"));
      // the parts: model.load_weights("digits.weights.h5"), keras.models.model_from_json(text)
      model.save(out.resolve("digits.weights.h5"));
      model.save(out.resolve("digits.json"));
      model.save(out.resolve("digits.keras2.json"), SaveOptions.defaults().keras2(true));
      // the browser: tf.loadLayersModel("web/model.json"); and in a half and a quarter of the size
      model.save(out.resolve("web/model.json"));
      SaveOptions options = SaveOptions.defaults();
      model.save(out.resolve("web-float16/model.json"), options.quantization(Quantization.FLOAT16));
      model.save(out.resolve("web-uint8/model.json"), options.quantization(Quantization.UINT8));
      // C++, C#, Rust, phones: whatever runs ONNX
      model.save(out.resolve("digits.onnx"));
      // #endregion save

      Tensor x = mnist.test().take(100).x();
      Npy.write(out.resolve("x.npy"), x);
      Npy.write(out.resolve("y.npy"), model.predict(x));
    }
    System.out.println("models and arrays: " + out.toAbsolutePath().normalize());
  }
}
