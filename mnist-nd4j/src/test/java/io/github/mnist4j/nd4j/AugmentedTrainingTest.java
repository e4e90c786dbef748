package io.github.mnist4j.nd4j;

import static io.github.mnist4j.augmentations.Augmentations.elastic;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.augmentations.Augmentations.translation;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.RandomRotation;
import static io.github.mnist4j.layers.Layers.RandomZoom;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.FitOptions;
import io.github.mnist4j.History;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.metrics.Metrics;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Networks train on augmented images, and the seeds decide what they become. */
class AugmentedTrainingTest {
  private static final int SIZE = 96;

  /** Bars that lie or stand, somewhere. */
  private static Dataset bars() {
    Tensor x = Tensor.zeros(Shape.of(SIZE, 8, 8, 1));
    int[] labels = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      labels[i] = i % 2;
      int line = 2 + RandomStream.of(1).below(4, i);
      for (int k = 1; k < 7; k++) {
        x.data()[i * 64 + (labels[i] == 0 ? line * 8 + k : k * 8 + line)] = 1;
      }
    }
    return Dataset.of(x, labels);
  }

  private static Model model(Loss loss, boolean layers) {
    Sequential plain = Sequential.of(Conv2D(4, 3, relu), Flatten(), Dense(8, relu), Dense(2));
    Sequential moving =
        Sequential.of(
            RandomRotation(0.02),
            RandomZoom(0.1),
            Conv2D(4, 3, relu),
            Flatten(),
            Dense(8, relu),
            Dense(2));
    return (layers ? moving : plain)
        .compile(CompileOptions.of(Optimizers.adam(0.01), loss, Metrics.accuracy()).seed(5));
  }

  private static Weights trained(Dataset data) {
    try (Model model = model(Losses.sparseCategoricalCrossentropy().fromLogits(), false)) {
      model.fit(data, FitOptions.epochs(2).verbose(0));
      return model.weights();
    }
  }

  private static Dataset augmented(long seed) {
    return bars().augmented(seed, translation(0.1, 0.1), rotation(0.02), elastic(5, 2));
  }

  @Test
  void the_seed_decides_what_is_learned() {
    Weights weights = trained(augmented(1));
    assertThat(trained(augmented(1))).isEqualTo(weights);
    assertThat(trained(augmented(2))).isNotEqualTo(weights);
  }

  @Test
  void mixed_samples_are_learned_from() {
    Dataset mixed = augmented(1).oneHot(2).mixUp(3).cutMix(4, 0, 0.2);
    try (Model model = model(Losses.categoricalCrossentropy().fromLogits(), false)) {
      History history = model.fit(mixed, FitOptions.epochs(12).verbose(0));
      assertThat(history.get("loss")[11]).isLessThan(0.8 * history.get("loss")[0]);
      assertThat(model.evaluate(bars().oneHot(2), 32, Verbosity.SILENT).get("accuracy"))
          .isGreaterThan(0.9);
    }
  }

  @Test
  void layers_that_move_images_are_still_when_the_model_is_asked() {
    try (Model model = model(Losses.sparseCategoricalCrossentropy().fromLogits(), true)) {
      model.fit(bars(), FitOptions.epochs(12).verbose(0));
      assertThat(model.evaluate(bars(), 32, Verbosity.SILENT).get("accuracy")).isGreaterThan(0.9);
      assertThat(model.predict(bars())).isEqualTo(model.predict(bars()));
    }
  }
}
