package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Dropout;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SaveAndResumeTest {
  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Optimizers.adam(),
        Optimizers.nadam().gradientAccumulationSteps(2),
        Optimizers.rmsprop().momentum(0.9).centered(true).epsilon(1e-3).clipnorm(0.5),
        Optimizers.sgd(),
        Optimizers.sgd(0.05).momentum(0.9).nesterov(true));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void a_training_that_was_saved_and_loaded_ends_with_the_same_bits(
      Optimizer optimizer, @TempDir Path folder) {
    Path file = folder.resolve("half.keras");
    Dataset data = data();
    try (Model whole = model(optimizer);
        Model half = model(optimizer)) {
      whole.fit(data, FitOptions.epochs(2).verbose(0));
      half.fit(data, FitOptions.epochs(1).verbose(0));
      half.save(file);
      try (Model rest = Models.load(file)) {
        assertThat(rest.weights()).isEqualTo(half.weights());
        rest.fit(data, FitOptions.epochs(2).initialEpoch(1).verbose(0));
        assertThat(rest.weights()).isEqualTo(whole.weights());
      }
    }
  }

  private static Model model(Optimizer optimizer) {
    return Sequential.of(
            Input(10, 10, 1), Conv2D(4, 3, relu), MaxPool(2), Dropout(0.3), Flatten(), Dense(3))
        .compile(
            CompileOptions.of(
                    optimizer,
                    Losses.sparseCategoricalCrossentropy().fromLogits(),
                    Metrics.accuracy())
                .seed(17));
  }

  private static Dataset data() {
    Tensor x = Tensor.zeros(Shape.of(70, 10, 10, 1));
    RandomStream random = RandomStream.of(6);
    for (int i = 0; i < x.size(); i++) {
      x.data()[i] = random.uniform(i);
    }
    return Dataset.of(x, IntStream.range(0, 70).map(i -> i % 3).toArray());
  }
}
