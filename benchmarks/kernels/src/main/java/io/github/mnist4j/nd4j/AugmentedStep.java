package io.github.mnist4j.nd4j;

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
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.augmentations.Augmentation;
import io.github.mnist4j.callbacks.Callbacks;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.layers.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A training step on augmented images beside one on plain images, as {@code fit} does it, batches
 * filled by its thread: of the tutorial's network, and of the example MnistBest's. Turns of 100 and
 * of 20 steps alternate in one process, the first one moving on each round, so that a slow hour is
 * slow for all; the medians are printed, and the median of the ratios within the rounds. Before and
 * after, a probe tells how much two threads of plain Java do next to one: 2 on two cores, less on
 * two threads of one, or where something else runs.
 *
 * <p>Two arguments, the rounds of the one and of the other; 40 and 20.
 */
public final class AugmentedStep {
  private static final int WARM_UP = 5;

  private final String network;
  private final int batch;
  private final int steps;
  private final Supplier<Model> model;
  private final Map<String, Dataset> kinds = new LinkedHashMap<>();

  private AugmentedStep(String network, int batch, int steps, Supplier<Model> model) {
    this.network = network;
    this.batch = batch;
    this.steps = steps;
    this.model = model;
    kinds.put("plain", digits());
  }

  private Dataset digits() {
    return Mnist.load().train().take(steps * batch);
  }

  private AugmentedStep kind(String name, Augmentation... augmentations) {
    kinds.put(name, digits().augmented(1, augmentations));
    return this;
  }

  /** Measures. */
  public static void main(String... args) throws InterruptedException {
    int[] rounds = {40, 20};
    for (int i = 0; i < args.length; i++) {
      rounds[i] = Integer.parseInt(args[i]);
    }
    System.out.printf("two threads do %.2f times the work of one%n", Scaling.measure());
    new AugmentedStep("tutorial", 32, 100, AugmentedStep::tutorial)
        .kind("moved", translation(0.1, 0.1), rotation(0.03), zoom(0.1))
        .kind("elastic", elastic(34, 4))
        .kind(
            "all moves",
            translation(0.1, 0.1),
            rotation(0.03),
            zoom(0.1),
            shear(0.1, 0.1),
            elastic(34, 4))
        .run(rounds[0]);
    new AugmentedStep("best", 64, 20, AugmentedStep::best)
        .kind(
            "its moves",
            translation(0.1, 0.1).fillMode(CONSTANT),
            rotation(0.045).fillMode(CONSTANT),
            zoom(0.12).fillMode(CONSTANT),
            shear(0.12, 0.12).fillMode(CONSTANT),
            elastic(25, 5).fillMode(CONSTANT))
        .run(rounds[1]);
    System.out.printf("two threads do %.2f times the work of one%n", Scaling.measure());
  }

  private void run(int rounds) {
    List<String> names = List.copyOf(kinds.keySet());
    double[][] times = new double[names.size()][rounds];
    List<Model> models = new ArrayList<>();
    try {
      names.forEach(name -> models.add(model.get()));
      for (int round = -WARM_UP; round < rounds; round++) {
        for (int i = 0; i < names.size(); i++) {
          int kind = (i + round + WARM_UP) % names.size();
          double time = microsecondsAStep(models.get(kind), kinds.get(names.get(kind)));
          if (round >= 0) {
            times[kind][round] = time;
          }
        }
      }
    } finally {
      models.forEach(Model::close);
    }
    for (int kind = 0; kind < names.size(); kind++) {
      double[] ratios = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        ratios[round] = times[kind][round] / times[0][round];
      }
      System.out.printf(
          "%-9s %-10s %8.0f us a step (fastest turn %6.0f), %.3f of plain%n",
          network,
          names.get(kind),
          median(times[kind]),
          Arrays.stream(times[kind]).min().orElseThrow(),
          median(ratios));
    }
  }

  private static Model compile(Layer... layers) {
    return Sequential.of(layers)
        .compile(CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits()).seed(1));
  }

  private static Model tutorial() {
    return compile(
        Conv2D(32, 3, relu),
        MaxPool(2),
        Conv2D(64, 3, relu),
        MaxPool(2),
        Flatten(),
        Dense(64, relu),
        Dense(10));
  }

  private static Model best() {
    List<Layer> layers = new ArrayList<>();
    block(layers, Conv2D(48, 3));
    block(layers, Conv2D(48, 3));
    block(layers, Conv2D(96, 3).strides(2));
    block(layers, Conv2D(96, 3));
    block(layers, Conv2D(96, 3));
    block(layers, Conv2D(144, 3));
    block(layers, Conv2D(144, 3));
    layers.addAll(List.of(Flatten(), Dropout(0.3), Dense(10).useBias(false), BatchNormalization()));
    return compile(layers.toArray(Layer[]::new));
  }

  private static void block(List<Layer> layers, io.github.mnist4j.layers.Conv2D convolution) {
    layers.addAll(List.of(convolution.useBias(false), BatchNormalization(), Activation(relu)));
  }

  /** Without the look through the data that comes before the first step. */
  private double microsecondsAStep(Model model, Dataset data) {
    long[] at = new long[2];
    model.fit(
        data,
        FitOptions.epochs(1)
            .batchSize(batch)
            .verbose(0)
            .callbacks(
                Callbacks.onEpochBegin((training, epoch) -> at[0] = System.nanoTime()),
                Callbacks.onEpochEnd((epoch, logs) -> at[1] = System.nanoTime())));
    return (at[1] - at[0]) / 1e3 / steps;
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
