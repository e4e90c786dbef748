package io.github.mnist4j.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.errors.CompileException;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class FakeEngineTest extends EngineContract {
  @Override
  protected Engine engine() {
    return new FakeEngine();
  }

  @Test
  void all_losses_agree_on_the_same_network() {
    Batch sparse = Blobs.batch(12, 1);
    float[] oneHot = new float[36];
    for (int i = 0; i < 12; i++) {
      oneHot[3 * i + (int) sparse.y()[i]] = 1;
    }
    Batch dense = new Batch(12, Blobs.SAMPLE, Shape.of(3), sparse.x(), oneHot);
    double logits = loss(Losses.sparseCategoricalCrossentropy().fromLogits(true), false, sparse);
    assertThat(loss(Losses.sparseCategoricalCrossentropy(), true, sparse))
        .isCloseTo(logits, within(1e-6));
    assertThat(loss(Losses.categoricalCrossentropy(), true, dense)).isCloseTo(logits, within(1e-6));
    assertThat(loss(Losses.categoricalCrossentropy().fromLogits(true), false, dense))
        .isCloseTo(logits, within(1e-6));
  }

  /** The loss behind a few steps, so that gradients count, too. */
  private double loss(Loss loss, boolean softmax, Batch batch) {
    NetworkSpec network =
        TestNetworks.of(
            Blobs.SAMPLE,
            loss,
            Optimizers.sgd(),
            3,
            Layers.Flatten(),
            Layers.Dense(3, softmax ? Activation.softmax : Activation.linear));
    try (Program program = engine().compile(network)) {
      for (int step = 0; step < 5; step++) {
        program.train(batch, 0.2);
      }
      return program.test(batch).loss();
    }
  }

  @Test
  void layers_it_has_not_are_refused() {
    NetworkSpec network =
        TestNetworks.of(
            Blobs.SAMPLE, Losses.meanSquaredError(), Optimizers.sgd(), 1, Layers.Dropout(0.5));
    assertThatThrownBy(() -> engine().compile(network)).isInstanceOf(CompileException.class);
  }
}
