package io.github.mnist4j.examples;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static io.github.mnist4j.callbacks.Callbacks.backupAndRestore;
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
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.evaluation.Mistake;
import io.github.mnist4j.evaluation.Predictions;
import io.github.mnist4j.layers.Layer;
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
import java.util.stream.Stream;

/**
 * Several networks that look at digits through windows of 3, 5 and 7 pixels, and what they say
 * together, after S. An, M. Lee, S. Park, H. Yang, J. So: "An Ensemble of Simple Convolutional
 * Neural Network Models for MNIST Digit Recognition", 2020. As there: convolutions without pools,
 * batch normalization behind each, digits moved anew in each epoch. Unlike there, so that two cores
 * are enough: fewer layers and channels, steps of two in the midst, a hidden layer behind, a
 * quarter of the epochs, and the training of {@link MnistBest}.
 *
 * <p>For an evening. One network is trained after the other and saved, so that a run that was cut
 * off goes on where it stood when it is started again with the same options: {@code --members N},
 * {@code --kernels 3,5,7} (taken in turn), {@code --epochs N}, {@code --seed N}, {@code --samples
 * N} (of each set), {@code --out DIR}. 55,000 digits to train on, 5,000 to watch, and the test set
 * once, at the end.
 */
public final class MnistEnsemble {
  private static final int BATCH = 64;
  private static final int MOST_SHOWN = 60;

  private MnistEnsemble() {}

  /** One network: its window's size, the seed of all that it draws, and where it is saved. */
  private record Member(int kernel, long seed, Path file) {}

  /** Trains what is not there yet, tests, draws. */
  public static void main(String... args) throws IOException {
    Map<String, String> options = options(args);
    int epochs = Integer.parseInt(options.get("epochs"));
    int samples = Integer.parseInt(options.get("samples"));
    List<Member> members = members(options);

    // All that was chosen was chosen by the watched digits, not by the test set.
    Mnist mnist = Mnist.load();
    Dataset shuffled = mnist.train().shuffled(0).take(samples);
    Dataset watched = shuffled.range(0, shuffled.size() / 12);
    Dataset train = shuffled.range(watched.size(), shuffled.size());
    for (Member member : members) {
      if (!Files.exists(member.file)) {
        train(member, train, watched, epochs);
      }
      System.out.printf(
          Locale.ROOT,
          "kernel %d, seed %d: watched %.4f%n",
          member.kernel,
          member.seed,
          predict(member, watched).accuracy());
    }
    report(members, watched, "watched");
    Dataset test = mnist.test().take(samples);
    Predictions said = report(members, test, "test");
    drawWrong(test, said, members.get(0).file.resolveSibling("wrong.png"));
  }

  /** Each combination of options has a folder of its own, so that what is found there fits. */
  private static List<Member> members(Map<String, String> options) throws IOException {
    String settings =
        String.format(
            "epochs-%s_samples-%s_seed-%s",
            options.get("epochs"), options.get("samples"), options.get("seed"));
    Path folder = Files.createDirectories(Path.of(options.get("out"), settings));
    int[] kernels =
        Stream.of(options.get("kernels").split(",")).mapToInt(Integer::parseInt).toArray();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(options.get("members")); i++) {
      int kernel = kernels[i % kernels.length];
      network(kernel); // an unknown one is said before hours have gone by
      String name = "member-" + (i + 1) + "_kernel-" + kernel + ".keras";
      members.add(
          new Member(kernel, Long.parseLong(options.get("seed")) + i, folder.resolve(name)));
    }
    return members;
  }

  private static void train(Member member, Dataset train, Dataset watched, int epochs) {
    int steps = epochs * ((train.size() - 1) / BATCH + 1);
    int warmUp = Math.max(1, steps / 30);
    CompileOptions compile =
        CompileOptions.of(
                adam()
                    .learningRate(cosineDecay(2e-4, steps - warmUp).warmup(3e-3, warmUp))
                    .ema(1 - 1.0 / (warmUp + 1)),
                sparseCategoricalCrossentropy().fromLogits(),
                accuracy())
            .seed(member.seed);
    Dataset moved =
        train.augmented(
            member.seed,
            translation(0.08, 0.08).fillMode(CONSTANT),
            rotation(0.035).fillMode(CONSTANT),
            zoom(0.1).fillMode(CONSTANT),
            shear(0.1, 0.1).fillMode(CONSTANT));
    Path backup = member.file.resolveSibling(member.file.getFileName() + ".backup");
    try (Model model = network(member.kernel).compile(compile)) {
      model.fit(
          moved,
          epochs(epochs)
              .batchSize(BATCH)
              .validationData(watched)
              .callbacks(backupAndRestore(backup)));
      model.save(member.file);
    }
  }

  /** The numbers of channels make the three about equally dear. */
  private static Sequential network(int kernel) {
    List<Layer> layers = new ArrayList<>(List.of(Input(28, 28, 1)));
    switch (kernel) {
      case 3 -> {
        block(layers, Conv2D(32, 3));
        block(layers, Conv2D(32, 3));
        block(layers, Conv2D(32, 3).strides(2));
        block(layers, Conv2D(64, 3));
        block(layers, Conv2D(64, 3));
        block(layers, Conv2D(64, 3).strides(2));
      }
      case 5 -> {
        block(layers, Conv2D(32, 5));
        block(layers, Conv2D(48, 5).strides(2));
        block(layers, Conv2D(96, 5));
        block(layers, Conv2D(96, 5));
      }
      case 7 -> {
        block(layers, Conv2D(48, 7));
        block(layers, Conv2D(48, 7).strides(2));
        block(layers, Conv2D(96, 7));
      }
      default ->
          throw new IllegalArgumentException("--kernels must be of 3, 5 and 7, got " + kernel);
    }
    layers.add(Dropout(0.3));
    layers.add(Flatten());
    layers.add(Dense(128).useBias(false));
    layers.add(BatchNormalization());
    layers.add(Activation(relu));
    layers.add(Dropout(0.3));
    layers.add(Dense(10));
    return Sequential.of(layers).name("kernel_" + kernel);
  }

  /** The bias is batch normalization's. */
  private static void block(List<Layer> layers, io.github.mnist4j.layers.Conv2D convolution) {
    layers.add(convolution.useBias(false));
    layers.add(BatchNormalization());
    layers.add(Activation(relu));
  }

  /** Prints what each network knows of a set, and what they know together, which is returned. */
  private static Predictions report(List<Member> members, Dataset data, String name) {
    List<Predictions> said = members.stream().map(member -> predict(member, data)).toList();
    Predictions mean = Predictions.mean(said);
    System.out.println("\n" + name + ", " + data.size() + " digits");
    for (int i = 0; i < said.size(); i++) {
      Member member = members.get(i);
      line("kernel " + member.kernel + ", seed " + member.seed, said.get(i).accuracy());
    }
    line(
        "mean of the " + said.size(),
        said.stream().mapToDouble(Predictions::accuracy).average().orElseThrow());
    line("majority vote", Predictions.vote(said).accuracy());
    line("mean of probabilities", mean.accuracy());
    return mean;
  }

  private static void line(String name, double accuracy) {
    System.out.printf(Locale.ROOT, "  %-22s %.4f%n", name, accuracy);
  }

  /** A network is open only while it is asked. */
  private static Predictions predict(Member member, Dataset data) {
    float[] labels = data.y().data();
    int[] classes = IntStream.range(0, labels.length).map(i -> (int) labels[i]).toArray();
    try (Model model = Models.loadUncompiled(member.file)) {
      return Predictions.ofLogits(classes, model.predict(data));
    }
  }

  private static void drawWrong(Dataset test, Predictions said, Path file) {
    List<Mistake> wrong = said.mistakes();
    System.out.println(wrong.size() + " of " + said.size() + " test digits are taken for others");
    if (wrong.isEmpty()) {
      return;
    }
    List<Mistake> shown = wrong.stream().limit(MOST_SHOWN).toList();
    Plots.grid(
            shown.stream().map(mistake -> test.rows(mistake.row()).x().row(0)).toList(),
            shown.stream().map(m -> m.label() + " taken for " + m.predicted()).toList(),
            6)
        .write(file);
    System.out.println(
        (wrong.size() > MOST_SHOWN ? "the first " + MOST_SHOWN + ": " : "all of them: ")
            + file.toAbsolutePath().normalize());
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> options =
        new TreeMap<>(
            Map.of(
                "members",
                "9",
                "kernels",
                "3,5,7",
                "epochs",
                "36",
                "seed",
                "1",
                "samples",
                "70000",
                "out",
                "out/mnist-ensemble"));
    for (int i = 0; i < args.length; i += 2) {
      boolean known =
          List.of("--members", "--kernels", "--epochs", "--seed", "--samples", "--out")
              .contains(args[i]);
      if (!known || i + 1 == args.length) {
        throw new IllegalArgumentException(
            "options are --members N --kernels 3,5,7 --epochs N --seed N --samples N --out DIR, got "
                + List.of(args));
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }
}
