package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;

/**
 * Turns an image about its middle, as Keras' {@code RandomRotation}.
 *
 * <pre>{@code rotation(0.05)     // up to 18 degrees either way}</pre>
 *
 * @param factor the angle as a part of a whole turn, 2π, from −1 to 1; counter-clockwise where
 *     positive
 * @param sampling how pixels are read
 */
public record Rotation(Range factor, Sampling sampling) implements Geometric<Rotation> {
  /** Checks the range. */
  public Rotation {
    Check.notNull(factor, "Rotation", "factor").within(-1, 1, "Rotation", "factor");
    Check.notNull(sampling, "Rotation", "sampling");
  }

  @Override
  public Affine draw(RandomStream random, int height, int width) {
    double angle = factor.at(random.uniformDouble(0)) * 2 * Math.PI;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double x = (width - 1) / 2.0;
    double y = (height - 1) / 2.0;
    return new Affine(cos, -sin, x - x * cos + y * sin, sin, cos, y - x * sin - y * cos);
  }

  @Override
  public Rotation sampling(Sampling sampling) {
    return new Rotation(factor, sampling);
  }
}
