package io.github.mnist4j.examples;

// #region imports
import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Scores;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.nd4j.Devices;
import io.github.mnist4j.plot.Panel;
import io.github.mnist4j.plot.Plots;
import io.github.mnist4j.tensor.Tensor;
// #endregion imports
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The classic Keras tutorial on MNIST, end to end: load the digits, look at them, build a network,
 * train it to 99 %, ask it, draw the learning curves, save it and load it again. About a minute on
 * two cores; options {@code --epochs N}, {@code --batch-size N}, {@code --seed N}, {@code --samples
 * N} (of each set), {@code --out DIR}.
 */
public final class MnistCnn {
  private MnistCnn() {}

  /** Runs the tutorial. */
  public static void main(String... args) throws IOException {
    Map<String, String> options = options(args);
    Path out = Files.createDirectories(Path.of(options.get("out")));

    // #region devices
    // 1. What this runs on.
    System.out.println("devices: " + Devices.list() + ", using " + Devices.current());
    // #endregion devices

    // #region load
    // 2. The digits: (train images, train labels), (test images, test labels).
    Mnist mnist = Mnist.load();
    System.out.println("x=" + mnist.train().imagesShape() + ", y=" + mnist.train().labelsShape());
    System.out.println("x=" + mnist.test().imagesShape() + ", y=" + mnist.test().labelsShape());
    // #endregion load

    // #region normalise
    // 3. Pixels stay bytes; while a batch is filled, they are scaled to 0..1 and become an array of
    // shape (n, 28, 28, 1).
    int samples = Integer.parseInt(options.get("samples"));
    ImageDataset train = mnist.train().take(samples);
    ImageDataset test = mnist.test().take(samples);
    // #endregion normalise

    // #region look
    // 4. Look at them.
    List<Tensor> images = IntStream.range(0, 20).mapToObj(mnist.train()::image).toList();
    List<String> labels =
        IntStream.range(0, 20).mapToObj(i -> "" + mnist.train().label(i)).toList();
    Plots.grid(images, labels, 10).write(out.resolve("digits.png"));
    // #endregion look

    // #region network
    // 5. The network.
    Sequential cnn =
        Sequential.of(
                Conv2D(32, 3, relu),
                MaxPool(2),
                Conv2D(64, 3, relu),
                MaxPool(2),
                Flatten(),
                Dense(64, relu),
                Dense(10))
            .build(train.xShape());
    System.out.print(cnn.summary());
    // #endregion network

    // #region compile
    // 6. How it learns. By Keras' names:
    // cnn.compile("adam", "sparse_categorical_crossentropy", "accuracy")
    CompileOptions how =
        CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy());
    if (options.containsKey("seed")) {
      how = how.seed(Long.parseLong(options.get("seed")));
    }
    try (Model model = cnn.compile(how)) {
      // #endregion compile
      // #region fit
      // 7. Learn.
      int batchSize = Integer.parseInt(options.get("batch-size"));
      History history =
          model.fit(
              train,
              epochs(Integer.parseInt(options.get("epochs")))
                  .batchSize(batchSize)
                  .validationData(test));
      // #endregion fit

      // #region evaluate
      // 8. How good is it?
      Scores scores = model.evaluate(test);
      System.out.println("test: " + scores + ", seed " + model.seed());
      // #endregion evaluate

      // #region predict
      // 9. What does it make of test image 1, a 2?
      Tensor logits = model.predict(test);
      System.out.println("logits of test image 1: " + Arrays.toString(logits.row(1).data()));
      System.out.println("predicted " + logits.argmax()[1] + ", labelled " + test.label(1));
      List<String> digits = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
      Plots.prediction(test.image(1), logits.row(1).data(), digits)
          .write(out.resolve("prediction.png"));
      // #endregion predict

      // #region curves
      // 10. How it learned.
      if (!history.epochs().isEmpty()) {
        Plots.curves(
                Panel.of("Loss", "epoch", "cross-entropy loss")
                    .line("train", history.get("loss"))
                    .line("validation", history.get("val_loss")),
                Panel.of("Accuracy", "epoch", "accuracy")
                    .line("train", history.get("accuracy"))
                    .line("validation", history.get("val_accuracy")))
            .write(out.resolve("learning-curves.png"));
      }
      // #endregion curves

      // #region save
      // 11. Save it, load it, and see that nothing has changed: the architecture as JSON with the
      // weights beside it, and all of it in one file that Python's Keras opens, too.
      Path architecture = out.resolve("mnist-cnn.json");
      Path weights = out.resolve("mnist-cnn.weights.h5");
      Path all = out.resolve("mnist-cnn.keras");
      Files.writeString(architecture, model.toJson());
      model.saveWeights(weights);
      model.save(all);
      Sequential loadedCnn = Sequential.fromJson(Files.readString(architecture));
      try (Model parts = loadedCnn.compile("adam", "sparse_categorical_crossentropy", "accuracy");
          Model whole = Models.load(all)) {
        parts.loadWeights(weights);
        boolean identical =
            parts.predict(test).equals(logits) && whole.predict(test).equals(logits);
        System.out.println(
            "saved and loaded: predictions " + (identical ? "are identical" : "DIFFER"));
      }
      // #endregion save
    }
    System.out.println("pictures and model: " + out.toAbsolutePath().normalize());
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> options =
        new TreeMap<>(
            Map.of("epochs", "10", "batch-size", "32", "samples", "70000", "out", "out/mnist-cnn"));
    for (int i = 0; i < args.length; i += 2) {
      boolean known =
          List.of("--epochs", "--batch-size", "--seed", "--samples", "--out").contains(args[i]);
      if (!known || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "options are --epochs N --batch-size N --seed N --samples N --out DIR, got "
                + List.of(args));
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }
}
