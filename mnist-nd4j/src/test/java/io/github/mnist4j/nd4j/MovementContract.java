package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.augmentations.Augmenter;
import io.github.mnist4j.augmentations.Geometric;
import io.github.mnist4j.augmentations.Sampling;
import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What layers must do that move images while training. The augmentations that they are compared
 * with are held against real Keras in mnist-api.
 */
abstract class MovementContract extends RandomImagesContract {
  private static final double SINGLE_PRECISION = 3e-5; // of numbers of -2 to 2, between pixels

  /** The layer, of a range in its first factor. */
  abstract Layer layer(Range factor, Sampling sampling, Integer seed);

  /** The augmentation that does the same. */
  abstract Geometric<?> augmentation(Range factor, Sampling sampling);

  @Override
  Stream<Case> cases() {
    Range wide = Range.around(0.4);
    return Stream.of(
        new Case("reflected", layer(wide, Sampling.DEFAULT, null), SHAPE, true),
        new Case(
            "filled, nearest pixels",
            layer(wide, new Sampling(FillMode.CONSTANT, 0.5, Interpolation.NEAREST), null),
            SHAPE,
            true),
        new Case(
            "filled",
            layer(wide, new Sampling(FillMode.CONSTANT, 0.5, Interpolation.BILINEAR), 3),
            SHAPE,
            true),
        layer("not at all", layer(new Range(0, 0), Sampling.DEFAULT, null), SHAPE));
  }

  @Override
  Layer drawn(Integer seed) {
    return layer(Range.around(0.4), Sampling.DEFAULT, seed);
  }

  /** With a factor of one value nothing depends on what is drawn, but the sign of a shear. */
  @ParameterizedTest
  @EnumSource(FillMode.class)
  void images_move_as_augmentations_do(FillMode fillMode) {
    for (Interpolation interpolation : Interpolation.values()) {
      for (double factor : new double[] {0.23, -0.31}) {
        Range fixed = new Range(factor, factor);
        Sampling sampling = new Sampling(fillMode, 0.25, interpolation);
        double[] y = output(layer(fixed, sampling, null), 0, true);
        double[] x = output(layer(new Range(0, 0), sampling, null), 0, true);
        for (int sample = 0; sample < 3; sample++) {
          double[] moved = part(y, sample);
          if (interpolation == Interpolation.BILINEAR) {
            assertThat(moved).isNotEqualTo(part(x, sample));
          }
          assertThat(
                  Math.min(
                      distance(moved, augmented(part(x, sample), fixed, sampling)),
                      distance(moved, augmented(part(x, sample), opposite(fixed), sampling))))
              .isCloseTo(0, within(SINGLE_PRECISION));
        }
      }
    }
  }

  /** The range that stands for a drawn sign; the same where none is drawn. */
  Range opposite(Range factor) {
    return factor;
  }

  private static double[] part(double[] all, int sample) {
    return Arrays.copyOfRange(all, sample * SHAPE.size(), (sample + 1) * SHAPE.size());
  }

  private double[] augmented(double[] image, Range factor, Sampling sampling) {
    float[] pixels = Golden.floats(image);
    new Augmenter(SHAPE, List.of(augmentation(factor, sampling)))
        .worker()
        .apply(positive(), pixels, 0);
    return Golden.doubles(pixels);
  }

  /** A stream of which a shear keeps its sign. */
  private static RandomStream positive() {
    for (long seed = 0; ; seed++) {
      RandomStream random = RandomStream.of(seed);
      if (random.split(0).uniformDouble(0) < 0.5) {
        return random;
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    double greatest = 0;
    for (int i = 0; i < a.length; i++) {
      greatest = Math.max(greatest, Math.abs(a[i] - b[i]));
    }
    return greatest;
  }
}
