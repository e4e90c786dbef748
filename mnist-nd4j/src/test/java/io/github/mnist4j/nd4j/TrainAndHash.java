package io.github.mnist4j.nd4j;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;

/** Trains a small network from the seed in its first argument, and prints a hash of its weights. */
final class TrainAndHash {
  private static final int SIDE = 14;

  private TrainAndHash() {}

  public static void main(String[] args) {
    Sequential network =
        Sequential.of(
            Conv2D(8, 3, relu), MaxPool(2), Flatten(), Dropout(0.3), Dense(Pictures.CLASSES));
    CompileOptions options =
        CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits())
            .seed(Long.parseLong(args[0]));
    try (Model model = network.compile(options)) {
      Dataset data = Dataset.of(Pictures.x(200, SIDE, 1), Pictures.labels(200));
      model.fit(data, epochs(2).verbose(Verbosity.SILENT));
      int hash = 0;
      for (Tensor tensor : model.weights().tensors().values()) {
        hash = 31 * hash + Arrays.hashCode(tensor.data());
      }
      System.out.println("hash " + hash);
    }
  }
}
