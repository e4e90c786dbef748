package io.github.mnist4j.augmentations;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;

/**
 * Moves an image down and to the right by a part of its height and width, as Keras' {@code
 * RandomTranslation}.
 *
 * <pre>{@code translation(0.1, 0.1).fillMode(FillMode.CONSTANT)}</pre>
 *
 * @param heightFactor how far down, as a part of the height, from −1 to 1; up where negative
 * @param widthFactor how far to the right, as a part of the width, from −1 to 1
 * @param sampling how pixels are read
 */
public record Translation(Range heightFactor, Range widthFactor, Sampling sampling)
    implements Geometric<Translation> {
  /** Checks the ranges. */
  public Translation {
    Check.notNull(heightFactor, "Translation", "heightFactor")
        .within(-1, 1, "Translation", "heightFactor");
    Check.notNull(widthFactor, "Translation", "widthFactor")
        .within(-1, 1, "Translation", "widthFactor");
    Check.notNull(sampling, "Translation", "sampling");
  }

  @Override
  public Affine draw(RandomStream random, int height, int width) {
    double down = heightFactor.at(random.uniformDouble(0)) * height;
    double right = widthFactor.at(random.uniformDouble(1)) * width;
    return new Affine(1, 0, -right, 0, 1, -down);
  }

  @Override
  public Translation sampling(Sampling sampling) {
    return new Translation(heightFactor, widthFactor, sampling);
  }
}
