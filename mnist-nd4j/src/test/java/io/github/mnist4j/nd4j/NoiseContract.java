package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** What layers must do that draw numbers while training. */
abstract class NoiseContract extends LayerContract {
  static final int MANY = 90_000;

  /** A layer to be tried with many numbers. */
  abstract Layer noise();

  /** The same with a seed of its own. */
  abstract Layer seeded(int seed);

  /** The output for equal numbers, of images of 300 channels. */
  static double[] output(Layer layer, double x, long step, boolean training) {
    Shape shape = Shape.of(10, MANY / 3000, 300);
    try (Trial trial = new Trial(Specs.of(shape, layer), 1, training, DataType.FLOAT)) {
      trial.step = step;
      trial.network.x().assign(x);
      return trial.forward();
    }
  }

  static double mean(double[] numbers) {
    return Arrays.stream(numbers).average().orElseThrow();
  }

  static double deviation(double[] numbers) {
    double mean = mean(numbers);
    return Math.sqrt(
        Arrays.stream(numbers).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  @Test
  void each_step_draws_others_and_the_same_step_the_same() {
    assertThat(output(noise(), 1, 1, true))
        .isNotEqualTo(output(noise(), 1, 0, true))
        .isEqualTo(output(noise(), 1, 1, true));
  }

  @Test
  void a_seed_of_its_own_decides() {
    assertThat(output(seeded(3), 1, 0, true))
        .isEqualTo(output(seeded(3), 1, 0, true))
        .isNotEqualTo(output(seeded(4), 1, 0, true));
  }

  @Test
  void predicting_changes_nothing() {
    assertThat(output(noise(), 1.5, 0, false)).containsOnly(1.5);
  }

  @Test
  void what_is_drawn_does_not_depend_on_how_a_batch_is_shared_out() {
    Shape shape = Shape.of(2, 3, 4);
    try (Trial whole = new Trial(Specs.of(shape, noise()), 4, true, DataType.FLOAT);
        Memory memory = new Memory(DataType.FLOAT)) {
      double[] all = whole.forward();
      Parameters parameters = new Parameters(Specs.of(shape, noise()), memory);
      Share second = new Share(1, 2, 4, new Exchange(2));
      try (Network half =
          new Network(
              Specs.of(shape, noise()), parameters, 2, second, true, () -> 0, DataType.FLOAT)) {
        double[] x = Trial.numbers(whole.network.x());
        Trial.fill(half.x(), Arrays.copyOfRange(x, x.length / 2, x.length));
        half.forward();
        assertThat(Trial.numbers(half.y()))
            .containsExactly(Arrays.copyOfRange(all, all.length / 2, all.length), within(0.0));
      }
    }
  }
}
