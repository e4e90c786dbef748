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
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Digits;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.saving.Quantization;
import io.github.mnist4j.saving.SaveOptions;
import io.github.mnist4j.tensor.Shape;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Makes a model for a web page: small, so that it loads and answers at once, and trained on digits
 * that were moved and bent, since people draw with a mouse as no writer of MNIST did; and on some
 * 1s with a flag, as they are written in much of Europe: MNIST hardly has them, and a network that
 * knows MNIST alone takes them for 7s. Saves it for TF.js in half precision, loads what it saved
 * and tests that. The network of this project's own page to draw on is made by {@code --out
 * docs/public/model}. Three minutes on two cores; options {@code --epochs N}, {@code --seed N},
 * {@code --samples N} (of each set), {@code --out DIR}.
 */
public final class BrowserModel {
  private static final int BATCH = 64;

  private static final int PIXELS = 28 * 28;

  /** One drawn 1 to so many written digits. */
  private static final int FLAGS = 30;

  private BrowserModel() {}

  /** Trains, saves, tests. */
  public static void main(String... args) throws IOException {
    Map<String, String> options = options(args);
    int epochs = Integer.parseInt(options.get("epochs"));
    long seed = Long.parseLong(options.get("seed"));
    int samples = Integer.parseInt(options.get("samples"));
    Path file = Files.createDirectories(Path.of(options.get("out"))).resolve("model.json");

    Mnist mnist = Mnist.load();
    ImageDataset digits = mnist.train().take(samples);
    Dataset train =
        withFlags(digits, digits.size() / FLAGS, seed)
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

  /** Adds 1s that are drawn: a stem that leans, and a flag that falls off to the left. */
  private static ImageDataset withFlags(ImageDataset digits, int count, long seed) {
    int size = digits.size() + count;
    byte[] pixels = new byte[size * PIXELS];
    byte[] labels = new byte[size];
    SplittableRandom random = new SplittableRandom(seed);
    for (int row = 0; row < size; row++) {
      boolean drawn = row >= digits.size();
      float[] image = (drawn ? Digits.fromImage(one(random)) : digits.image(row)).data();
      for (int i = 0; i < PIXELS; i++) {
        pixels[row * PIXELS + i] = (byte) Math.round(drawn ? 255 * image[i] : image[i]);
      }
      labels[row] = (byte) (drawn ? 1 : digits.label(row));
    }
    return ImageDataset.of(pixels, Shape.of(28, 28), labels);
  }

  private static BufferedImage one(SplittableRandom random) {
    BufferedImage image = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    float pen = (float) random.nextDouble(8, 20);
    g.setStroke(new BasicStroke(pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double lean = random.nextDouble(-25, 35);
    double flag = random.nextDouble(20, 60);
    double falls = Math.toRadians(random.nextDouble(25, 65));
    Path2D strokes = new Path2D.Double();
    strokes.moveTo(100 + lean - flag * Math.cos(falls), 40 + flag * Math.sin(falls));
    strokes.lineTo(100 + lean, 40);
    strokes.lineTo(100 - lean, 160);
    if (random.nextInt(4) == 0) {
      double foot = random.nextDouble(15, 40);
      strokes.moveTo(100 - lean - foot, 160);
      strokes.lineTo(100 - lean + foot, 160);
    }
    g.draw(strokes);
    g.dispose();
    return image;
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
