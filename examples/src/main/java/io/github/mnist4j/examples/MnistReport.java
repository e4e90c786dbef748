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

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Report;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Mnist;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a page on what a network knows of the test digits and what it does not: the tutorial's,
 * trained for three epochs, or one that was saved; beside a network of one hidden layer. Half a
 * minute on two cores; options {@code --model FILE} ({@code .keras}, {@code .h5}, {@code
 * model.json}; compiled), {@code --epochs N}, {@code --seed N}, {@code --samples N} (of each set),
 * {@code --out DIR}.
 */
public final class MnistReport {
  private MnistReport() {}

  /** Trains or loads, tests, writes. */
  public static void main(String... args) {
    Map<String, String> options = options(args);
    int samples = Integer.parseInt(options.get("samples"));
    long seed = Long.parseLong(options.get("seed"));
    Mnist mnist = Mnist.load();
    ImageDataset train = mnist.train().take(samples);
    ImageDataset test = mnist.test().take(samples);
    FitOptions fit = epochs(Integer.parseInt(options.get("epochs"))).validationData(test);

    Report report;
    if (options.containsKey("model")) {
      try (Model model = Models.load(Path.of(options.get("model")))) {
        report = Report.of(model, test);
      }
    } else {
      Sequential cnn =
          Sequential.of(
                  Conv2D(32, 3, relu),
                  MaxPool(2),
                  Conv2D(64, 3, relu),
                  MaxPool(2),
                  Flatten(),
                  Dense(64, relu),
                  Dense(10))
              .name("tutorial");
      try (Model model = cnn.compile(how(seed))) {
        History history = model.fit(train, fit);
        report = Report.of(history, model, test);
      }
    }

    // Is it better than one hidden layer, or only luckier?
    Sequential small = Sequential.of(Flatten(), Dense(128, relu), Dense(10)).name("one_layer");
    try (Model model = small.compile(how(seed))) {
      model.fit(train, fit);
      report = report.compareWith(model, "one hidden layer");
    }

    Path file = Path.of(options.get("out")).resolve("report.html");
    report.write(file);
    System.out.println(report);
    System.out.println("to read in a browser: " + file.toAbsolutePath().normalize());
  }

  private static CompileOptions how(long seed) {
    return CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())
        .seed(seed);
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> options =
        new TreeMap<>(Map.of("epochs", "3", "seed", "1", "samples", "70000", "out", "out/report"));
    for (int i = 0; i < args.length; i += 2) {
      boolean known =
          List.of("--model", "--epochs", "--seed", "--samples", "--out").contains(args[i]);
      if (!known || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "options are --model FILE --epochs N --seed N --samples N --out DIR, got "
                + List.of(args));
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }
}
