package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.AlphaDropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class AlphaDropoutKernelTest extends NoiseContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        new Case("a fifth", AlphaDropout(0.2), Shape.of(4, 5), true),
        layer("nothing", AlphaDropout(0), Shape.of(6)));
  }

  @Override
  Layer noise() {
    return AlphaDropout(0.3);
  }

  @Override
  Layer seeded(int seed) {
    return AlphaDropout(0.3).seed(seed);
  }

  /** As Keras computes them for a rate of 0.3: a = 0.8640…, b = a · 0.3 · 1.7580…. */
  @Test
  void has_two_values_for_equal_numbers() {
    double dropped = -1.7580993408473766;
    double a = 1 / Math.sqrt(0.7 * (1 + 0.3 * dropped * dropped));
    double b = -a * dropped * 0.3;
    double[] y = output(noise(), 2, 0, true);
    assertThat(Arrays.stream(y).distinct().sorted().toArray())
        .containsExactly(new double[] {a * dropped + b, 2 * a + b}, within(1e-6));
    double part = Arrays.stream(y).filter(v -> v < 0).count() / (double) MANY;
    assertThat(part).isCloseTo(0.3, within(4 * Math.sqrt(0.21 / MANY)));
  }

  @Test
  void keeps_mean_and_variance_of_normal_numbers() {
    Shape shape = Shape.of(MANY);
    try (Trial trial = new Trial(Specs.of(shape, noise()), 1, true, DataType.FLOAT)) {
      RandomStream random = RandomStream.of(5);
      double[] x = new double[MANY];
      Arrays.setAll(x, random::normal);
      Trial.fill(trial.network.x(), x);
      double[] y = trial.forward();
      assertThat(mean(y)).isCloseTo(0, within(4 / Math.sqrt(MANY)));
      assertThat(deviation(y)).isCloseTo(1, within(0.02));
    }
  }
}
