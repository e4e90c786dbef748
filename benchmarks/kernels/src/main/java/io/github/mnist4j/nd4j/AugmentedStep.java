package io.github.mnist4j.nd4j;

import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.shear;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.augmentations.Augmentations.zoom;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Callbacks;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training step of the tutorial's network on augmented images beside one on plain images, as
 * {@code fit} does it, batches filled by its thread. Turns of 100 steps alternate in one process,
 * the first one moving on each round, so that a slow hour is slow for all; the medians are printed,
 * and the median of the ratios within the rounds. One argument, the number of rounds; 40.
 */
public final class AugmentedStep {
  private static final int STEPS = 100;
  private static final int WARM_UP = 5;

  private AugmentedStep() {}

  /** Measures. */
  public static void main(String... args) {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 40;
    Dataset digits = Mnist.load().train().take(STEPS * 32);
    Map<String, Dataset> kinds = new LinkedHashMap<>();
    kinds.put("plain", digits);
    kinds.put("moved", digits.augmented(1, translation(0.1, 0.1), rotation(0.03), zoom(0.1)));
    kinds.put("elastic", digits.augmented(1, elastic(34, 4)));
    kinds.put(
        "all moves",
        digits.augmented(
            1, translation(0.1, 0.1), rotation(0.03), zoom(0.1), shear(0.1, 0.1), elastic(34, 4)));

    List<String> names = List.copyOf(kinds.keySet());
    double[][] times = new double[names.size()][rounds];
    List<Model> models = new ArrayList<>();
    try {
      names.forEach(name -> models.add(model()));
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
          "%-10s %8.0f us a step, %.3f of plain%n",
          names.get(kind), median(times[kind]), median(ratios));
    }
  }

  private static Model model() {
    return Sequential.of(
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10))
        .compile(CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits()).seed(1));
  }

  /** Without the look through the data that comes before the first step. */
  private static double microsecondsAStep(Model model, Dataset data) {
    long[] at = new long[2];
    model.fit(
        data,
        FitOptions.epochs(1)
            .verbose(0)
            .callbacks(
                Callbacks.onEpochBegin((training, epoch) -> at[0] = System.nanoTime()),
                Callbacks.onEpochEnd((epoch, logs) -> at[1] = System.nanoTime())));
    return (at[1] - at[0]) / 1e3 / STEPS;
  }

  private static double median(double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
