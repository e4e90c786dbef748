package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** What layers must do that change images at random while training. */
abstract class RandomImagesContract extends LayerContract {
  static final Shape SHAPE = Shape.of(7, 5, 2);

  /** A layer that draws. */
  abstract Layer drawn(@Nullable Integer seed);

  static double[] output(Layer layer, long step, boolean training) {
    try (Trial trial = new Trial(Specs.of(SHAPE, layer), 3, training, DataType.FLOAT)) {
      trial.step = step;
      return trial.forward();
    }
  }

  @Test
  void each_step_draws_others_and_the_same_step_the_same() {
    assertThat(output(drawn(null), 1, true))
        .isNotEqualTo(output(drawn(null), 0, true))
        .isEqualTo(output(drawn(null), 1, true));
  }

  @Test
  void a_seed_of_its_own_decides() {
    assertThat(output(drawn(3), 0, true))
        .isEqualTo(output(drawn(3), 0, true))
        .isNotEqualTo(output(drawn(4), 0, true));
  }

  @Test
  void predicting_changes_nothing() {
    try (Trial trial = new Trial(Specs.of(SHAPE, drawn(3)), 3, false, DataType.FLOAT)) {
      assertThat(trial.forward()).isEqualTo(Trial.numbers(trial.network.x()));
    }
  }

  @Test
  void what_is_drawn_does_not_depend_on_how_a_batch_is_shared_out() {
    try (Trial whole = new Trial(Specs.of(SHAPE, drawn(null)), 4, true, DataType.FLOAT);
        Memory memory = new Memory(DataType.FLOAT)) {
      double[] all = whole.forward();
      Parameters parameters = new Parameters(Specs.of(SHAPE, drawn(null)), memory);
      Share second = new Share(1, 2, 4, new Exchange(2));
      try (Network half =
          new Network(
              Specs.of(SHAPE, drawn(null)), parameters, 2, second, true, () -> 0, DataType.FLOAT)) {
        double[] x = Trial.numbers(whole.network.x());
        Trial.fill(half.x(), Arrays.copyOfRange(x, x.length / 2, x.length));
        half.forward();
        assertThat(Trial.numbers(half.y()))
            .containsExactly(Arrays.copyOfRange(all, all.length / 2, all.length), within(0.0));
      }
    }
  }
}
