package io.github.mnist4j.examples;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.FillMode.CONSTANT;
import static io.github.mnist4j.layers.Layers.Activation;
import static io.github.mnist4j.layers.Layers.BatchNormalization;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static io.github.mnist4j.optimizers.Schedules.cosineDecay;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.evaluation.Predictions;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.plot.Panel;
import io.github.mnist4j.plot.Plots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains one network as well as it goes: digits moved a little, anew in each epoch; batch
 * normalization behind each of seven convolutions, a step of two instead of pools, a learning rate
 * that rises and falls, and the average of the weights. In the end each digit is looked at as it is
 * and 32 times moved, and the mean of what the network says counts. 55,000 digits to train on,
 * 5,000 to watch, and the test set once, at the end. Options {@code --epochs N}, {@code --views N},
 * {@code --seed N}, {@code --samples N} (of each set), {@code --out DIR}.
 */
public final class MnistBest {
  private static final int BATCH = 64;

  private MnistBest() {}

  /** Trains, tests, saves. */
  public static void main(String... args) throws IOException {
    Map<String, String> options = options(args);
    int epochs = Integer.parseInt(options.get("epochs"));
    int views = Integer.parseInt(options.get("views"));
    long seed = Long.parseLong(options.get("seed"));
    int samples = Integer.parseInt(options.get("samples"));
    Path out = Files.createDirectories(Path.of(options.get("out")));

    // All that was chosen was chosen by the watched digits, not by the test set.
    Mnist mnist = Mnist.load();
    Dataset shuffled = mnist.train().shuffled(0).take(samples);
    Dataset watched = shuffled.range(0, shuffled.size() / 12);
    Dataset train = moved(shuffled.range(watched.size(), shuffled.size()), seed, 1);
    Dataset test = mnist.test().take(samples);

    int steps = epochs * ((train.size() - 1) / BATCH + 1);
    int warmUp = Math.max(1, steps / 30);
    CompileOptions compile =
        CompileOptions.of(
                adam()
                    .learningRate(cosineDecay(2e-4, steps - warmUp).warmup(3e-3, warmUp))
                    .ema(1 - 1.0 / (warmUp + 1)),
                sparseCategoricalCrossentropy().fromLogits(),
                accuracy())
            .seed(seed);
    try (Model model = network().compile(compile)) {
      System.out.print(model.summary());
      History history = model.fit(train, epochs(epochs).batchSize(BATCH).validationData(watched));
      model.save(out.resolve("digits.keras"));
      Plots.curves(
              Panel.of("Loss", "epoch", "cross-entropy loss")
                  .line("train", history.get("loss"))
                  .line("watched", history.get("val_loss")),
              Panel.of("Accuracy", "epoch", "accuracy")
                  .line("train", history.get("accuracy"))
                  .line("watched", history.get("val_accuracy")))
          .write(out.resolve("learning-curves.png"));

      report("watched", predict(model, watched), predict(model, watched, views));
      Predictions said = predict(model, test, views);
      report("test", predict(model, test), said);
      System.out.print(said.confusion().report());
    }
  }

  private static void report(String name, Predictions once, Predictions together) {
    System.out.printf(
        Locale.ROOT,
        "%s: accuracy %.4f looked at once, %.4f from all views%n",
        name,
        once.accuracy(),
        together.accuracy());
  }

  /** Strength 1 to train on, less to look at. */
  private static Dataset moved(Dataset digits, long seed, double strength) {
    return digits.augmented(
        seed,
        translation(0.1 * strength, 0.1 * strength).fillMode(CONSTANT),
        rotation(0.045 * strength).fillMode(CONSTANT),
        zoom(0.12 * strength).fillMode(CONSTANT),
        shear(0.12 * strength, 0.12 * strength).fillMode(CONSTANT),
        elastic(25 * strength, 5).fillMode(CONSTANT));
  }

  private static Predictions predict(Model model, Dataset digits) {
    float[] labels = digits.y().data();
    int[] classes = IntStream.range(0, labels.length).map(i -> (int) labels[i]).toArray();
    return Predictions.ofLogits(classes, model.predict(digits));
  }

  /** The mean of what the network says of each digit as it is, and of each moved one. */
  private static Predictions predict(Model model, Dataset digits, int views) {
    Dataset moved = moved(digits, 7, 0.4);
    List<Predictions> said = new ArrayList<>(List.of(predict(model, digits)));
    for (int view = 0; view < views; view++) {
      said.add(predict(model, moved.epoch(view)));
    }
    return Predictions.mean(said);
  }

  private static Sequential network() {
    List<Layer> layers = new ArrayList<>(List.of(Input(28, 28, 1)));
    block(layers, Conv2D(48, 3));
    block(layers, Conv2D(48, 3));
    block(layers, Conv2D(96, 3).strides(2));
    block(layers, Conv2D(96, 3));
    block(layers, Conv2D(96, 3));
    block(layers, Conv2D(144, 3));
    block(layers, Conv2D(144, 3));
    layers.add(Flatten());
    layers.add(Dropout(0.3));
    layers.add(Dense(10).useBias(false));
    layers.add(BatchNormalization());
    return Sequential.of(layers).name("best");
  }

  /** The bias is batch normalization's. */
  private static void block(List<Layer> layers, io.github.mnist4j.layers.Conv2D convolution) {
    layers.add(convolution.useBias(false));
    layers.add(BatchNormalization());
    layers.add(Activation(relu));
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> options =
        new TreeMap<>(
            Map.of(
                "epochs", "30",
                "views", "32",
                "seed", "1",
                "samples", "70000",
                "out", "out/mnist-best"));
    for (int i = 0; i < args.length; i += 2) {
      boolean known =
          List.of("--epochs", "--views", "--seed", "--samples", "--out").contains(args[i]);
      if (!known || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "options are --epochs N --views N --seed N --samples N --out DIR, got "
                + List.of(args));
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }
}
