package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.GaussianDropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GaussianDropoutKernelTest extends NoiseContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        new Case("a fifth", GaussianDropout(0.2), Shape.of(4, 5), true),
        layer("nothing", GaussianDropout(0), Shape.of(6)));
  }

  @Override
  Layer noise() {
    return GaussianDropout(0.2);
  }

  @Override
  Layer seeded(int seed) {
    return GaussianDropout(0.2).seed(seed);
  }

  @Test
  void multiplies_with_mean_1_and_the_rates_deviation() {
    double[] y = output(noise(), 3, 0, true);
    double deviation = 3 * Math.sqrt(0.2 / 0.8);
    assertThat(mean(y)).isCloseTo(3, within(4 * deviation / Math.sqrt(MANY)));
    assertThat(deviation(y)).isCloseTo(deviation, within(4 * deviation / Math.sqrt(2 * MANY)));
  }
}
