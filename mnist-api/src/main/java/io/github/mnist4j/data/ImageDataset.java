package io.github.mnist4j.data;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;

/**
 * Labelled images that stay bytes: 47 MB for MNIST's 60,000, where floats take 188.
 *
 * <p>As a {@link Dataset}, one x is {@code (height, width, channels)}, each pixel scaled to 0..1
 * while a batch is filled; one y is a class number. {@link #unscaled()} leaves the pixels at
 * 0..255.
 *
 * <pre>{@code
 * ImageDataset train = Mnist.load().train();
 * train.imagesShape();    // (60000, 28, 28)
 * train.xShape();         // (28, 28, 1)
 * train.label(0);         // 5
 * }</pre>
 */
public final class ImageDataset implements Dataset {
  private final byte[] pixels;
  private final byte[] labels;
  private final int first;
  private final int size;
  private final Shape image;
  private final Shape xShape;
  private final float divisor;

  private ImageDataset(
      byte[] pixels, byte[] labels, int first, int size, Shape image, float divisor) {
    this.pixels = pixels;
    this.labels = labels;
    this.first = first;
    this.size = size;
    this.image = image;
    this.divisor = divisor;
    xShape = image.rank() == 2 ? Shape.of(image.dim(0), image.dim(1), 1) : image;
  }

  /**
   * Wraps images and their labels; neither array is copied.
   *
   * @param pixels one image after the other, row by row, channels last; each byte unsigned, 0..255
   * @param image one image's shape, {@code (height, width)} or {@code (height, width, channels)}
   * @param labels one class number an image, unsigned, 0..255
   * @throws io.github.mnist4j.errors.DataException if the numbers of images and labels differ
   * @throws io.github.mnist4j.errors.ShapeException if {@code image} has not two or three axes
   */
  public static ImageDataset of(byte[] pixels, Shape image, byte[] labels) {
    if (image.rank() < 2 || image.rank() > 3) {
      throw Problem.of("an image has the wrong number of axes")
          .expected("(height, width) or (height, width, channels)")
          .got(image.toString())
          .see("image-shape")
          .asShapeException();
    }
    if ((long) labels.length * image.size() != pixels.length) {
      throw Problem.of("images and labels are not of the same number")
          .expected(
              labels.length
                  + " images of shape "
                  + image
                  + ": "
                  + (long) labels.length * image.size()
                  + " pixels")
          .got(pixels.length + " pixels")
          .see("rows-differ")
          .asDataException();
    }
    return new ImageDataset(pixels, labels, 0, labels.length, image, 255);
  }

  /** Returns the same images with pixels of 0..255. */
  public ImageDataset unscaled() {
    return new ImageDataset(pixels, labels, first, size, image, 1);
  }

  /** Returns the shape of all images together, as they are stored: {@code (60000, 28, 28)}. */
  public Shape imagesShape() {
    return image.prepend(size);
  }

  /** Returns the shape of all labels together: {@code (60000,)}. */
  public Shape labelsShape() {
    return Shape.of(size);
  }

  /**
   * Returns one image as it is stored, pixels 0..255, of shape {@code (height, width)} or with
   * channels.
   */
  public Tensor image(int row) {
    Tensor tensor = Tensor.zeros(image);
    copyPixels(row, tensor.data(), 0, 1);
    return tensor;
  }

  /** Returns one image's class number. */
  public int label(int row) {
    return labels[first + Objects.checkIndex(row, size)] & 0xff;
  }

  /** Returns all class numbers, a copy. */
  public int[] labels() {
    int[] all = new int[size];
    Arrays.setAll(all, this::label);
    return all;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Shape xShape() {
    return xShape;
  }

  @Override
  public Shape yShape() {
    return Shape.scalar();
  }

  @Override
  public void fill(int[] rows, int from, int to, float[] x, float[] y) {
    for (int i = from; i < to; i++) {
      copyPixels(rows[i], x, (i - from) * image.size(), divisor);
      y[i - from] = label(rows[i]);
    }
  }

  private void copyPixels(int row, float[] target, int at, float divisor) {
    int length = image.size();
    int start = (first + Objects.checkIndex(row, size)) * length;
    for (int j = 0; j < length; j++) {
      target[at + j] = (pixels[start + j] & 0xff) / divisor;
    }
  }

  /** Returns the first {@code count} images, or all where there are fewer. */
  @Override
  public ImageDataset take(int count) {
    return range(0, Math.min(count, size()));
  }

  /** Returns the images {@code from} (inclusive) to {@code to} (exclusive). */
  @Override
  public ImageDataset range(int from, int to) {
    Dataset.super.range(from, to);
    return new ImageDataset(pixels, labels, first + from, to - from, image, divisor);
  }
}
