package io.github.mnist4j.examples;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.CrossValidated;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.KFold;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.plot.Panel;
import io.github.mnist4j.plot.Plots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks whether augmentation helps the tutorial's network, and whether the answer is more than
 * chance: five models learn from four fifths of the training set each and are tested on the rest,
 * once on the digits as they are and once on digits moved a little. The folds are the same for
 * both, the test set is not needed. Draws the scores as a box plot. Some minutes on two cores;
 * options {@code --folds N}, {@code --epochs N}, {@code --seed N}, {@code --samples N}, {@code
 * --out DIR}.
 */
public final class CrossValidation {
  private CrossValidation() {}

  /** Trains, tests, draws. */
  public static void main(String... args) throws IOException {
    Map<String, String> options = options(args);
    long seed = Long.parseLong(options.get("seed"));
    Path out = Files.createDirectories(Path.of(options.get("out")));
    Dataset digits = Mnist.load().train().take(Integer.parseInt(options.get("samples")));

    Sequential cnn =
        Sequential.of(
            Input(28, 28, 1),
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10));
    CompileOptions compile =
        CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())
            .seed(seed);
    FitOptions fit = epochs(Integer.parseInt(options.get("epochs"))).batchSize(64);

    KFold folds = KFold.stratified(Integer.parseInt(options.get("folds")), seed);
    KFold moving =
        folds.augment(
            train -> train.augmented(seed, translation(0.05, 0.05), rotation(0.02), zoom(0.05)));

    System.out.println("The digits as they are");
    CrossValidated plain = folds.evaluate(cnn, compile, digits, fit);
    System.out.println("Digits moved a little");
    CrossValidated moved = moving.evaluate(cnn, compile, digits, fit);

    System.out.println("\nThe digits as they are\n" + plain);
    System.out.println("Digits moved a little\n" + moved);
    String on = folds.folds() + " folds";
    Plots.boxes(
            Panel.of("Accuracy", on, "accuracy")
                .line("as they are", plain.values("accuracy"))
                .line("moved", moved.values("accuracy")),
            Panel.of("Loss", on, "cross-entropy loss")
                .line("as they are", plain.values("loss"))
                .line("moved", moved.values("loss")))
        .write(out.resolve("cross-validation.png"));
    System.out.println(
        "box plot: " + out.resolve("cross-validation.png").toAbsolutePath().normalize());
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> options =
        new TreeMap<>(
            Map.of(
                "folds",
                "5",
                "epochs",
                "5",
                "seed",
                "1",
                "samples",
                "70000",
                "out",
                "out/cross-validation"));
    for (int i = 0; i < args.length; i += 2) {
      boolean known =
          List.of("--folds", "--epochs", "--seed", "--samples", "--out").contains(args[i]);
      if (!known || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "options are --folds N --epochs N --seed N --samples N --out DIR, got "
                + List.of(args));
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }
}
