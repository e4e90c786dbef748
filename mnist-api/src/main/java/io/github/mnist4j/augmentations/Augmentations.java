package io.github.mnist4j.augmentations;

import io.github.mnist4j.layers.Range;

/**
 * Makes augmentations with Keras' names, units and defaults, to be imported statically.
 *
 * <pre>{@code
 * Dataset train =
 *     Mnist.load().train().augmented(42, translation(0.1, 0.1), rotation(0.03), zoom(0.1));
 * }</pre>
 *
 * <p>Numbers are drawn evenly from the ranges, anew for each image and each epoch. What moves
 * pixels reads them bilinearly and, outside of the image, from its mirror image, as Keras does:
 * {@code fillMode}, {@code fillValue} and {@code interpolation} choose otherwise.
 */
public final class Augmentations {
  private static final Range UNIT = new Range(0, 1);

  private Augmentations() {}

  /**
   * Moves an image up and down, left and right.
   *
   * @param heightFactor the farthest, as a part of the height, from −1 to 1
   * @param widthFactor the farthest, as a part of the width, from −1 to 1
   */
  public static Translation translation(double heightFactor, double widthFactor) {
    return translation(Range.around(heightFactor), Range.around(widthFactor));
  }

  /** Moves an image down and to the right by what is drawn; see {@link Translation}. */
  public static Translation translation(Range heightFactor, Range widthFactor) {
    return new Translation(heightFactor, widthFactor, Sampling.DEFAULT);
  }

  /**
   * Turns an image about its middle, both ways.
   *
   * @param factor the greatest angle, as a part of a whole turn
   */
  public static Rotation rotation(double factor) {
    return rotation(Range.around(factor));
  }

  /** Turns an image about its middle, counter-clockwise by what is drawn; see {@link Rotation}. */
  public static Rotation rotation(Range factor) {
    return new Rotation(factor, Sampling.DEFAULT);
  }

  /**
   * Makes what an image shows smaller or larger, in both directions alike.
   *
   * @param factor how much more or less is shown at most
   */
  public static Zoom zoom(double factor) {
    return new Zoom(Range.around(factor), null, Sampling.DEFAULT);
  }

  /** Makes what an image shows smaller or larger, each direction by itself. */
  public static Zoom zoom(double heightFactor, double widthFactor) {
    return zoom(Range.around(heightFactor), Range.around(widthFactor));
  }

  /** Makes what an image shows smaller or larger by what is drawn; see {@link Zoom}. */
  public static Zoom zoom(Range heightFactor, Range widthFactor) {
    return new Zoom(heightFactor, widthFactor, Sampling.DEFAULT);
  }

  /**
   * Makes an image slant.
   *
   * @param xFactor how far across at most, as a part of the way down
   * @param yFactor how far down at most, as a part of the way across
   */
  public static Shear shear(double xFactor, double yFactor) {
    return shear(Range.around(xFactor), Range.around(yFactor));
  }

  /** Makes an image slant by what is drawn; see {@link Shear}. */
  public static Shear shear(Range xFactor, Range yFactor) {
    return new Shear(xFactor, yFactor, Sampling.DEFAULT);
  }

  /**
   * Distorts an image as a hand's tremor would; see {@link Elastic}.
   *
   * @param alpha how strongly: 34 in the paper on MNIST
   * @param sigma how smoothly, in pixels: 4 there
   */
  public static Elastic elastic(double alpha, double sigma) {
    return new Elastic(alpha, sigma, Sampling.DEFAULT);
  }

  /**
   * Makes an image brighter or darker; see {@link Brightness} for its range of values.
   *
   * @param factor how much at most, as a part of the range of values
   */
  public static Brightness brightness(double factor) {
    return brightness(Range.around(factor));
  }

  /** Makes an image brighter by what is drawn; see {@link Brightness}. */
  public static Brightness brightness(Range factor) {
    return new Brightness(factor, UNIT);
  }

  /** Makes pixels differ more or less from their mean; see {@link Contrast}. */
  public static Contrast contrast(double factor) {
    return contrast(factor, factor);
  }

  /** Makes pixels differ {@code 1 − lower} to {@code 1 + upper} times as much from their mean. */
  public static Contrast contrast(double lower, double upper) {
    return new Contrast(lower, upper, UNIT);
  }

  /** Erases a rectangle of half of the images, with Keras' defaults; see {@link Erasing}. */
  public static Erasing erasing() {
    return erasing(UNIT, new Range(0.02, 0.33));
  }

  /** Erases a rectangle of some images; see {@link Erasing}. */
  public static Erasing erasing(Range factor, Range scale) {
    return new Erasing(factor, scale, null, UNIT);
  }
}
