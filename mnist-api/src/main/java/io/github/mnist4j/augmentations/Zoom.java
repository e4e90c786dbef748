package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes what an image shows smaller or larger about its middle, as Keras' {@code RandomZoom}: of
 * 0.1, the image shows 1.1 times as much and that smaller; of −0.1, 0.9 times.
 *
 * <pre>{@code zoom(0.1)     // both directions alike, 0.9 to 1.1}</pre>
 *
 * @param heightFactor how much more of the height is shown, more than −1 and at most 1
 * @param widthFactor how much more of the width, or {@code null} for as much as of the height
 * @param sampling how pixels are read
 */
public record Zoom(Range heightFactor, @Nullable Range widthFactor, Sampling sampling)
    implements Geometric<Zoom> {
  /** Checks the ranges. */
  public Zoom {
    check(Check.notNull(heightFactor, "Zoom", "heightFactor"), "heightFactor");
    if (widthFactor != null) {
      check(widthFactor, "widthFactor");
    }
    Check.notNull(sampling, "Zoom", "sampling");
  }

  private static void check(Range factor, String argument) {
    factor.within(Math.nextUp(-1.0), 1, "Zoom", argument);
  }

  @Override
  public Affine draw(RandomStream random, int height, int width) {
    double down = 1 + heightFactor.at(random.uniformDouble(0));
    double across = widthFactor == null ? down : 1 + widthFactor.at(random.uniformDouble(1));
    double x = (width - 1) / 2.0 * (1 - across);
    double y = (height - 1) / 2.0 * (1 - down);
    return new Affine(across, 0, x, 0, down, y);
  }

  @Override
  public Zoom sampling(Sampling sampling) {
    return new Zoom(heightFactor, widthFactor, sampling);
  }
}
