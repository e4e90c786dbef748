package io.github.mnist4j.nd4j;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Builds, trains on 512 pictures and closes the tutorial's network, again and again; then prints by
 * how many kB the process, and by how many what lives in Java's heap, have grown since the
 * twentieth round. Arguments: rounds, and the filters of the first convolution, of which the other
 * sizes are multiples (32 in the tutorial).
 */
final class BuildFitClose {
  static final Path STATUS = Path.of("/proc/self/status");
  private static final int WARM = 20;

  private BuildFitClose() {}

  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[0]);
    int filters = Integer.parseInt(args[1]);
    Dataset data = Dataset.of(Pictures.x(512, 28, 1), Pictures.labels(512));
    long resident = 0;
    long heap = 0;
    for (int round = 0; round < rounds; round++) {
      if (round == WARM) {
        heap = heap();
        resident = resident();
      }
      trainOnce(data, filters, round);
    }
    long grown = resident() - resident;
    System.out.println("resident " + grown + " heap " + (heap() - heap));
  }

  /** Returns what lives in Java's heap, in kB. */
  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
  }

  private static void trainOnce(Dataset data, int filters, int seed) {
    Sequential network =
        Sequential.of(
            Conv2D(filters, 3, relu),
            MaxPool(2),
            Conv2D(2 * filters, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(2 * filters, relu),
            Dense(Pictures.CLASSES));
    CompileOptions options =
        CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits()).seed(seed);
    try (Model model = network.compile(options)) {
      model.fit(data, epochs(1).verbose(Verbosity.SILENT));
    }
  }

  /** Returns the process' resident memory in kB. */
  private static long resident() throws IOException {
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
