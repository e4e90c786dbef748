package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.Dropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Dropout;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

class DropoutKernelTest extends LayerContract {
  private static final int MANY = 100_000;

  @Override
  Stream<Case> cases() {
    return Stream.of(
        new Case("a half", Dropout(0.5), Shape.of(20), true),
        new Case("a fifth of images", Dropout(0.2), Shape.of(4, 5, 2), true),
        new Case("with a seed", Dropout(0.3).seed(1), Shape.of(20), true),
        layer("nothing", Dropout(0), Shape.of(6)));
  }

  /** The output for ones: the mask. */
  private static double[] mask(Layer... layers) {
    return mask(0, layers);
  }

  private static double[] mask(long step, Layer... layers) {
    try (Trial trial = ones(true, layers)) {
      trial.step = step;
      return trial.forward();
    }
  }

  private static Trial ones(boolean training, Layer... layers) {
    Trial trial = new Trial(Specs.of(Shape.of(MANY), layers), 1, training, DataType.FLOAT);
    trial.network.x().assign(1);
    return trial;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 0.9})
  void drops_the_rate_and_keeps_the_mean(double rate) {
    double[] y = mask(Dropout(rate));
    double deviation = Math.sqrt(rate * (1 - rate) / MANY);
    double dropped = Arrays.stream(y).filter(v -> v == 0).count() / (double) MANY;
    assertThat(dropped).isCloseTo(rate, within(4 * deviation));
    assertThat(Arrays.stream(y).filter(v -> v != 0).distinct())
        .containsExactly((double) (1 / (1 - (float) rate)));
    assertThat(Arrays.stream(y).average().orElse(0))
        .isCloseTo(1, within(4 * deviation / (1 - rate)));
  }

  @Test
  void the_gradient_passes_the_mask_of_the_forward_pass() {
    try (Trial trial = ones(true, Dropout(0.5))) {
      double[] mask = trial.forward();
      trial.network.dy().assign(3);
      trial.network.backward();
      assertThat(Trial.numbers(trial.network.dx()))
          .isEqualTo(Arrays.stream(mask).map(v -> 3 * v).toArray());
    }
  }

  @Test
  void each_step_draws_another_mask_and_the_same_step_the_same() {
    assertThat(mask(1, Dropout(0.5)))
        .isNotEqualTo(mask(0, Dropout(0.5)))
        .isEqualTo(mask(1, Dropout(0.5)));
  }

  @Test
  void two_layers_draw_different_masks() {
    double[] both = mask(Dropout(0.5), Dropout(0.5));
    long kept = Arrays.stream(both).filter(v -> v != 0).count();
    assertThat(kept / (double) MANY).isCloseTo(0.25, within(0.01));
  }

  @Test
  void a_seed_of_its_own_decides_alone() {
    Dropout seeded = Dropout(0.5).seed(3);
    assertThat(mask(seeded)).isEqualTo(mask(seeded)).isNotEqualTo(mask(Dropout(0.5).seed(4)));
    assertThat(mask(seeded)).isNotEqualTo(mask(Dropout(0.5)));
  }

  @Test
  void predicting_changes_nothing() {
    try (Trial trial = ones(false, Dropout(0.9))) {
      assertThat(trial.forward()).containsOnly(1);
    }
  }
}
