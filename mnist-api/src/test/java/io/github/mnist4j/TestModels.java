package io.github.mnist4j;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Blobs;
import io.github.mnist4j.spi.FakeEngine;

/** Models on the fake engine, for {@link Blobs}. */
final class TestModels {
  static final long SEED = 5;

  private TestModels() {}

  static CompileOptions options() {
    return CompileOptions.of(
            Optimizers.adam(0.01),
            Losses.sparseCategoricalCrossentropy().fromLogits(),
            Metrics.accuracy())
        .engine(new FakeEngine())
        .seed(SEED);
  }

  /** A network that waits for its first data. */
  static Sequential unbuilt() {
    return Sequential.of(
        Layers.Flatten(), Layers.Dense(6, Activation.relu), Layers.Dense(Blobs.CLASSES));
  }

  static Sequential network() {
    return unbuilt().build(Blobs.SAMPLE);
  }

  static Model model() {
    return network().compile(options());
  }

  static FitOptions epochs(int epochs) {
    return FitOptions.epochs(epochs).verbose(0);
  }
}
