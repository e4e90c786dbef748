package io.github.mnist4j.examples;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Digits;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.plot.Plots;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
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
 * Reads your own handwriting: takes pictures of digits, one each, drawn or photographed, and says
 * what they are, how sure it is, and what the network saw; a picture of that goes to {@code --out}.
 * The first time, it trains the tutorial's network on slightly moved digits, half a minute on two
 * cores, and keeps it there; {@code --model FILE} takes another one. Options {@code --model FILE},
 * {@code --out DIR}, {@code --samples N} (to train on), then {@code FILE…}.
 */
public final class PredictImage {
  private static final Shape ONE = Shape.of(1, 28, 28, 1);
  private static final String INKS = " .:-=+*#%@";

  private PredictImage() {}

  /** Reads each picture. */
  public static void main(String... args) throws IOException {
    Map<String, String> options = new TreeMap<>(Map.of("out", "out/predict-image"));
    List<Path> files = files(options, args);
    Path out = Files.createDirectories(Path.of(options.get("out")));
    try (Model model = model(options, out)) {
      for (Path file : files) {
        try {
          read(file, model, out);
        } catch (DataException e) {
          // says what is wrong with this picture; the next one may be good
          System.out.println(e.getMessage());
        }
      }
    }
  }

  private static void read(Path file, Model model, Path out) throws IOException {
    Tensor digit = Digits.fromFile(file);
    float[] probabilities = probabilities(model.predict(digit.reshape(ONE)).data());
    int best = Tensor.of(Shape.of(probabilities.length), probabilities).argmax()[0];
    System.out.printf(Locale.ROOT, "%s: %d, %.1f %%%n", file, best, 100 * probabilities[best]);
    print(digit);
    Path plot = out.resolve(file.getFileName() + ".prediction.png");
    List<String> names =
        IntStream.range(0, probabilities.length).mapToObj(Integer::toString).toList();
    Plots.prediction(digit, probabilities, names).write(plot);
    System.out.println("picture: " + plot.toAbsolutePath().normalize());
  }

  private static Model model(Map<String, String> options, Path out) throws IOException {
    if (options.containsKey("model")) {
      return Models.loadUncompiled(Path.of(options.get("model")));
    }
    Path kept = out.resolve("digits.keras");
    if (!Files.exists(kept)) {
      train(kept, Integer.parseInt(options.getOrDefault("samples", "60000")));
    }
    return Models.loadUncompiled(kept);
  }

  private static void train(Path file, int samples) throws IOException {
    System.out.println("training a network, this once: " + file.toAbsolutePath().normalize());
    Dataset train =
        Mnist.load().train().take(samples).augmented(1, rotation(0.03), zoom(0.1), shear(0.1, 0));
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
        cnn.compile(
            CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())
                .seed(1))) {
      model.fit(train, epochs(3).batchSize(64));
      model.save(file);
    }
  }

  /** A network may end in softmax or before it. */
  private static float[] probabilities(float[] outputs) {
    double sum = 0;
    double greatest = Double.NEGATIVE_INFINITY;
    boolean softmax = true;
    for (float output : outputs) {
      sum += output;
      greatest = Math.max(greatest, output);
      softmax &= output >= 0;
    }
    if (softmax && Math.abs(sum - 1) < 1e-3) {
      return outputs;
    }
    double total = 0;
    for (float output : outputs) {
      total += Math.exp(output - greatest);
    }
    float[] probabilities = new float[outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      probabilities[i] = (float) (Math.exp(outputs[i] - greatest) / total);
    }
    return probabilities;
  }

  /** Two letters a pixel, since letters are twice as high as wide; without the empty rows. */
  private static void print(Tensor digit) {
    for (int y = 0; y < 28; y++) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < 28; x++) {
        char ink = INKS.charAt(Math.round(digit.at(y, x, 0) * (INKS.length() - 1)));
        line.append(ink).append(ink);
      }
      if (!line.toString().isBlank()) {
        System.out.println(line.toString().stripTrailing());
      }
    }
  }

  private static List<Path> files(Map<String, String> options, String... args) {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      boolean option = List.of("--model", "--out", "--samples").contains(args[i]);
      if (args[i].startsWith("--") && (!option || i + 1 == args.length)) {
        files.clear();
        break;
      }
      if (option) {
        options.put(args[i].substring(2), args[++i]);
      } else {
        files.add(Path.of(args[i]));
      }
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          "arguments are --model FILE --out DIR --samples N FILE…, got " + List.of(args));
    }
    return files;
  }
}
