package io.github.mnist4j.augmentations;

import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.tensor.RandomStream;

/**
 * An augmentation that moves pixels. Neighbours in a list that read pixels in the same way are done
 * at once: the image is sampled a single time, and is not blurred by each of them.
 *
 * <pre>
 * {@code rotation(0.05).fillMode(FillMode.CONSTANT).fillValue(0).interpolation(Interpolation.NEAREST)}
 * </pre>
 *
 * @param <R> the record
 */
public sealed interface Geometric<R extends Geometric<R>> extends Augmentation
    permits Translation, Rotation, Zoom, Shear, Elastic {
  /** Returns how pixels are read. */
  Sampling sampling();

  /** Returns the same augmentation that reads pixels in another way. */
  R sampling(Sampling sampling);

  /**
   * Draws the affine part of the movement.
   *
   * @param random this augmentation's random numbers for one image
   * @param height the image's rows
   * @param width the image's columns
   */
  default Affine draw(RandomStream random, int height, int width) {
    return Affine.IDENTITY;
  }

  /** Returns the same augmentation with something else outside of the image. */
  default R fillMode(FillMode fillMode) {
    return sampling(new Sampling(fillMode, sampling().fillValue(), sampling().interpolation()));
  }

  /** Returns the same augmentation with another value outside, for {@link FillMode#CONSTANT}. */
  default R fillValue(double fillValue) {
    return sampling(new Sampling(sampling().fillMode(), fillValue, sampling().interpolation()));
  }

  /** Returns the same augmentation with another interpolation. */
  default R interpolation(Interpolation interpolation) {
    return sampling(new Sampling(sampling().fillMode(), sampling().fillValue(), interpolation));
  }
}
