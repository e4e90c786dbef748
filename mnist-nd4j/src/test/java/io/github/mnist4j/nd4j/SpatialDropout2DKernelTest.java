package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.SpatialDropout2D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

class SpatialDropout2DKernelTest extends NoiseContract {
  private static final int CHANNELS = 5000;

  @Override
  Stream<Case> cases() {
    return Stream.of(
        new Case("a half", SpatialDropout2D(0.5), Shape.of(2, 3, 8), true),
        layer("nothing", SpatialDropout2D(0), Shape.of(2, 2, 3)));
  }

  @Override
  Layer noise() {
    return SpatialDropout2D(0.5);
  }

  @Override
  Layer seeded(int seed) {
    return SpatialDropout2D(0.5).seed(seed);
  }

  @Test
  void drops_whole_channels_and_scales_the_others() {
    try (Trial trial =
        new Trial(
            Specs.of(Shape.of(2, 2, CHANNELS), SpatialDropout2D(0.2)), 1, true, DataType.FLOAT)) {
      trial.network.x().assign(1);
      double[] y = trial.forward();
      int dropped = 0;
      for (int c = 0; c < CHANNELS; c++) {
        dropped += y[c] == 0 ? 1 : 0;
        for (int place = 0; place < 4; place++) {
          assertThat(y[place * CHANNELS + c]).isEqualTo(y[c]);
        }
      }
      assertThat(y).containsOnly(0, 1.25);
      assertThat(dropped / (double) CHANNELS)
          .isCloseTo(0.2, within(4 * Math.sqrt(0.16 / CHANNELS)));
    }
  }
}
