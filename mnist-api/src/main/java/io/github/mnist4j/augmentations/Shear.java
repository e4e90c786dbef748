package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;

/**
 * Makes an image slant, as Keras' {@code RandomShear}: pixel (x, y) comes from {@code (x + s·y, y +
 * t·x)}, with the upper left corner in its place. In half of the images both s and t have the other
 * sign.
 *
 * <pre>{@code shear(0.2, 0)     // to the left and to the right, up to a fifth of the height}</pre>
 *
 * @param xFactor s, from −1 to 1
 * @param yFactor t, from −1 to 1
 * @param sampling how pixels are read
 */
public record Shear(Range xFactor, Range yFactor, Sampling sampling) implements Geometric<Shear> {
  /** Checks the ranges. */
  public Shear {
    Check.notNull(xFactor, "Shear", "xFactor").within(-1, 1, "Shear", "xFactor");
    Check.notNull(yFactor, "Shear", "yFactor").within(-1, 1, "Shear", "yFactor");
    Check.notNull(sampling, "Shear", "sampling");
  }

  @Override
  public Affine draw(RandomStream random, int height, int width) {
    double sign = random.uniformDouble(0) > 0.5 ? -1 : 1;
    double s = sign * xFactor.at(random.uniformDouble(1));
    double t = sign * yFactor.at(random.uniformDouble(2));
    return new Affine(1, s, 0, t, 1, 0);
  }

  @Override
  public Shear sampling(Sampling sampling) {
    return new Shear(xFactor, yFactor, sampling);
  }
}
