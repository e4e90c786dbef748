package io.github.mnist4j.examples;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Activation.softmax;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static io.github.mnist4j.optimizers.Schedules.cosineDecay;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.saving.SaveOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes a model for a web page: small, so that it loads and answers at once, and trained on digits
 * that were moved and bent, since people draw with a mouse as no writer of MNIST did. Saves it for
 * TF.js in half precision, loads what it saved and tests that. The network of this project's own
 * page to draw on is made by {@code --out docs/public/model}. Three minutes on two cores; options
 * {@code --epochs N}, {@code --seed N}, {@code --samples N} (of each set), {@code --out DIR}.
 */
public final class BrowserModel {
  private static final int BATCH = 64;

  private BrowserModel() {}

  /** Trains, saves, tests. */
  public static void main(String... args) throws IOException {
    Map<String, String> options = options(args);
    int epochs = Integer.parseInt(options.get("epochs"));
    long seed = Long.parseLong(options.get("seed"));
    int samples = Integer.parseInt(options.get("samples"));
    Path file = Files.createDirectories(Path.of(options.get("out"))).resolve("model.json");

    Mnist mnist = Mnist.load();
    Dataset train =
        mnist
            .train()
            .take(samples)
            .augmented(
                seed,
                translation(0.04, 0.04),
                rotation(0.04),
                zoom(0.1),
                shear(0.15, 0),
                elastic(25, 4));
    Sequential cnn =
        Sequential.of(
            Input(28, 28, 1),
            Conv2D(16, 3, relu),
            MaxPool(2),
            Conv2D(32, 3, relu),
            MaxPool(2),
            Dropout(0.2),
            Flatten(),
            Dense(64, relu),
            Dense(10, softmax));
    int steps = epochs * ((train.size() - 1) / BATCH + 1);
    CompileOptions how =
        CompileOptions.of(
            adam().learningRate(cosineDecay(2e-3, steps)).ema(0.999),
            sparseCategoricalCrossentropy(),
            accuracy());
    try (Model model = cnn.compile(how.seed(seed))) {
      model.fit(train, epochs(epochs).batchSize(BATCH));
      System.out.println("test: " + model.evaluate(mnist.test().take(samples)));
      model.save(file, SaveOptions.defaults().quantization(Quantization.FLOAT16));
    }
    test(file, mnist.test().take(samples));
  }

  /** What the page gets is what counts: the weights in half precision. */
  private static void test(Path file, Dataset test) throws IOException {
    try (Model model = Models.loadUncompiled(file)) {
      int[] predicted = model.predict(test).argmax();
      float[] labels = test.y().data();
      int right = 0;
      for (int i = 0; i < predicted.length; i++) {
        right += predicted[i] == (int) labels[i] ? 1 : 0;
      }
      System.out.printf(
          "as saved: %d of %d right; %d KB in %s%n",
          right, predicted.length, kilobytes(file.getParent()), file.getParent());
    }
  }

  private static long kilobytes(Path folder) throws IOException {
    long bytes = 0;
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        bytes += Files.size(each);
      }
    }
    return bytes / 1000;
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> options =
        new TreeMap<>(
            Map.of("epochs", "15", "seed", "1", "samples", "70000", "out", "out/browser-model"));
    for (int i = 0; i < args.length; i += 2) {
      boolean known = List.of("--epochs", "--seed", "--samples", "--out").contains(args[i]);
      if (!known || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "options are --epochs N --seed N --samples N --out DIR, got " + List.of(args));
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }
}
