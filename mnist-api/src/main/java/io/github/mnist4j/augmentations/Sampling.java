package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;

/**
 * How pixels are read where an image is moved.
 *
 * <pre>
 * {@code translation(0.1, 0.1).sampling(new Sampling(FillMode.CONSTANT, 0, Interpolation.BILINEAR))}
 * </pre>
 *
 * @param fillMode what lies outside of the image
 * @param fillValue its value, where the mode is {@link FillMode#CONSTANT}; finite
 * @param interpolation what stands between the pixels
 */
public record Sampling(FillMode fillMode, double fillValue, Interpolation interpolation) {
  /** Keras' defaults: the image in a mirror, bilinear. */
  public static final Sampling DEFAULT = new Sampling(FillMode.REFLECT, 0, Interpolation.BILINEAR);

  /** Checks the value. */
  public Sampling {
    Check.notNull(fillMode, "Sampling", "fillMode");
    Check.finite(fillValue, "Sampling", "fillValue");
    Check.notNull(interpolation, "Sampling", "interpolation");
  }
}
