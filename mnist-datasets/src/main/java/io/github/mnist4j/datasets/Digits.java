package io.github.mnist4j.datasets;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.DataException;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * Makes of a picture of a handwritten digit what a network that learned MNIST takes: white on
 * black, {@code (28, 28, 1)}, 0 to 1.
 *
 * <p>What is done is what MNIST's makers did (Y. LeCun, C. Cortes, C. Burges, The MNIST Database):
 * the digit is fitted into 20 × 20 pixels keeping its aspect ratio, in grey levels as averages over
 * an area give them, and put into the field of 28 × 28 so that its centre of mass is in pixel (14,
 * 14), counted from 0, to half a pixel. Before that, it has to be found:
 *
 * <ol>
 *   <li>Pictures larger than 320 pixels are made smaller; behind what is transparent comes paper.
 *   <li>Paper is what the border mostly is, bright or dark, in any colour; it may be unevenly lit
 *       (a surface of second order is fitted to it) and noisy. Ink is what stands out from it in
 *       one direction of colour, by Otsu's threshold (1979).
 *   <li>All parts of at least 3 % of the largest one are strokes of the digit; smaller ones are
 *       specks. Parts that run from edge to edge or cover much of the border are no digit where
 *       another part can be one.
 *   <li>Strokes thinner than 1.5 of the 20 pixels are made that wide, since a hair would be but a
 *       haze; of MNIST's own, one in thirty is thinner.
 * </ol>
 *
 * <p>One picture has one digit; several are taken as one. Which way up it is, is not guessed. A
 * shadow with a hard edge through the digit may be taken for ink.
 *
 * <pre>{@code
 * Tensor digit = Digits.fromFile(Path.of("seven.jpg"));
 * int seven = model.predict(digit.reshape(Shape.of(1, 28, 28, 1))).argmax()[0];
 * }</pre>
 */
public final class Digits {
  private static final int SMALLEST_PICTURE = 12;
  private static final int SMALLEST_DIGIT = 6;

  private Digits() {}

  /**
   * Finds the digit in a picture.
   *
   * <pre>{@code
   * BufferedImage canvas = new BufferedImage(280, 280, BufferedImage.TYPE_INT_ARGB);
   * // … draw a digit with canvas.createGraphics() …
   * Tensor digit = Digits.fromImage(canvas);
   * }</pre>
   *
   * @param image of at least 12 × 12 pixels, of any type; not changed
   * @return {@code (28, 28, 1)}, 0 for paper to 1 for ink
   * @throws DataException if the picture is smaller, if nothing in it stands out from the paper, or
   *     if what does is smaller than 6 pixels, counted when the longer side is no more than 320
   */
  public static Tensor fromImage(BufferedImage image) {
    Check.notNull(image, "Digits.fromImage", "image");
    return from(image, "the picture");
  }

  /**
   * Reads a picture and finds the digit in it.
   *
   * <pre>{@code Tensor digit = Digits.fromFile(Path.of("seven.png"));}</pre>
   *
   * @param file of a type that {@link javax.imageio.ImageIO} reads: PNG, JPEG, GIF, BMP, TIFF; a
   *     rotation in a photo's EXIF data is not heeded
   * @return {@code (28, 28, 1)}, 0 for paper to 1 for ink
   * @throws DataException if there is no such file, if it is no picture or damaged or has more than
   *     200 million pixels, and as {@link #fromImage}
   */
  public static Tensor fromFile(Path file) {
    Check.notNull(file, "Digits.fromFile", "file");
    return from(PictureFile.read(file), file.toString());
  }

  private static Tensor from(BufferedImage image, String name) {
    if (Math.min(image.getWidth(), image.getHeight()) < SMALLEST_PICTURE) {
      throw Problem.of(name + " is too small to hold a digit")
          .expected("at least " + SMALLEST_PICTURE + " x " + SMALLEST_PICTURE + " pixels")
          .got(image.getWidth() + " x " + image.getHeight())
          .fix("take a larger picture; 100 to 1000 pixels a side are good")
          .see("digit-too-small")
          .asDataException();
    }
    Picture picture = Picture.of(image);
    Ink ink = Ink.of(picture, Paper.of(picture));
    if (ink.longer() == 0) {
      throw Problem.of("there is no digit in " + name)
          .expected("ink that stands out from the paper around it")
          .got("a picture that is the same all over, but for light and noise")
          .fix("write larger, with a thicker or darker pen, and leave paper at the edges")
          .see("digit-no-ink")
          .asDataException();
    }
    if (ink.longer() < SMALLEST_DIGIT) {
      throw Problem.of("the digit in " + name + " is too small")
          .expected("at least " + SMALLEST_DIGIT + " pixels, in a picture of " + size(picture))
          .got(ink.longer() + (ink.longer() == 1 ? " pixel" : " pixels"))
          .fix("cut the picture out around the digit, or write larger")
          .see("digit-too-small")
          .asDataException();
    }
    return Tensor.of(Shape.of(Field.SIDE, Field.SIDE, 1), Field.of(ink));
  }

  private static String size(Picture picture) {
    return picture.width() + " x " + picture.height();
  }
}
