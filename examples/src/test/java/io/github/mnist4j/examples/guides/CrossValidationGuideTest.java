package io.github.mnist4j.examples.guides;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.augmentations.Augmentations.rotation;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.CrossValidated;
import io.github.mnist4j.KFold;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.datasets.Mnist;
import org.junit.jupiter.api.Test;

class CrossValidationGuideTest {
  private final Dataset data = Mnist.load().train().take(500);
  private final Sequential network = Sequential.of(Input(28, 28, 1), Flatten(), Dense(10));

  @Test
  void each_sample_is_tested_once() {
    // #region k-fold
    CompileOptions how =
        CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy()).seed(1);
    CrossValidated scores =
        KFold.stratified(5, 42)
            .augment(train -> train.augmented(42, rotation(0.03)))
            .evaluate(network, how, data, epochs(3).verbose(0));
    System.out.print(scores);
    double mean = scores.mean("accuracy");
    double deviation = scores.deviation("accuracy");
    // #endregion k-fold
    assertThat(scores.folds()).hasSize(5);
    assertThat(mean).isBetween(0.4, 0.95);
    assertThat(deviation).isBetween(0.0, 0.2);
    int tested = KFold.stratified(5, 42).split(data).stream().mapToInt(f -> f.test().size()).sum();
    assertThat(tested).isEqualTo(500);
  }
}
