package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.GaussianNoise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GaussianNoiseKernelTest extends NoiseContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        new Case("little", GaussianNoise(0.1), Shape.of(4, 5), true),
        layer("none", GaussianNoise(0), Shape.of(6)));
  }

  @Override
  Layer noise() {
    return GaussianNoise(0.5);
  }

  @Override
  Layer seeded(int seed) {
    return GaussianNoise(0.5).seed(seed);
  }

  @Test
  void has_its_deviation_around_the_input() {
    double[] y = output(noise(), 2, 0, true);
    assertThat(mean(y)).isCloseTo(2, within(4 * 0.5 / Math.sqrt(MANY)));
    assertThat(deviation(y)).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(2 * MANY)));
  }
}
