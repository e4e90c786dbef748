package io.github.mnist4j.augmentations;

import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;

/**
 * Reads each pixel of an image from another place. The arithmetic is that of SciPy's {@code
 * map_coordinates} with order 0 or 1, and of Keras' {@code affine_transform}; SciPy's modes are
 * called {@code grid-constant}, {@code nearest} and {@code reflect}.
 */
final class Warp {
  private final int height;
  private final int width;
  private final int channels;
  private final FillMode fillMode;
  private final float fillValue;
  private final boolean bilinear;

  Warp(int height, int width, int channels, Sampling sampling) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    fillMode = sampling.fillMode();
    fillValue = (float) sampling.fillValue();
    bilinear = sampling.interpolation() == Interpolation.BILINEAR;
  }

  /**
   * Moves an image.
   *
   * @param source the image, from index 0
   * @param affine where pixels come from
   * @param right how much farther to the right each pixel is looked for before that, a number a
   *     pixel; empty for nowhere
   * @param down how much farther down
   * @param target receives the moved image from {@code at}
   */
  void run(float[] source, Affine affine, float[] right, float[] down, float[] target, int at) {
    boolean bends = right.length > 0;
    float a0 = (float) affine.a0();
    float a1 = (float) affine.a1();
    float a2 = (float) affine.a2();
    float b0 = (float) affine.b0();
    float b1 = (float) affine.b1();
    float b2 = (float) affine.b2();
    int pixel = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++, pixel++) {
        float px = bends ? x + right[pixel] : x;
        float py = bends ? y + down[pixel] : y;
        float column = a0 * px + a1 * py + a2;
        float row = b0 * px + b1 * py + b2;
        int place = at + pixel * channels;
        if (bilinear && column >= 0 && row >= 0 && column < width - 1 && row < height - 1) {
          inside(source, column, row, target, place);
        } else if (bilinear) {
          border(source, column, row, target, place);
        } else {
          nearest(source, column, row, target, place);
        }
      }
    }
  }

  /** All four pixels around are there. */
  private void inside(float[] source, float column, float row, float[] target, int place) {
    int left = (int) column;
    int top = (int) row;
    float across = column - left;
    float down = row - top;
    int first = (top * width + left) * channels;
    int below = first + width * channels;
    if (channels == 1) {
      float a = source[first];
      float b = source[below];
      float upper = a + across * (source[first + 1] - a);
      float lower = b + across * (source[below + 1] - b);
      target[place] = upper + down * (lower - upper);
      return;
    }
    for (int c = 0; c < channels; c++, first++, below++) {
      float upper = source[first] + across * (source[first + channels] - source[first]);
      float lower = source[below] + across * (source[below + channels] - source[below]);
      target[place + c] = upper + down * (lower - upper);
    }
  }

  private void border(float[] source, float column, float row, float[] target, int place) {
    double inColumn = fillMode.place(column, width);
    double inRow = fillMode.place(row, height);
    int left = (int) Math.floor(inColumn);
    int top = (int) Math.floor(inRow);
    float across = (float) (inColumn - left);
    float down = (float) (inRow - top);
    for (int c = 0; c < channels; c++) {
      float upper = between(source, left, top, c, across);
      // a pixel that counts nothing is not read: it may be NaN, or not be there
      float lower = down == 0 ? upper : between(source, left, top + 1, c, across);
      target[place + c] = upper + down * (lower - upper);
    }
  }

  private float between(float[] source, int left, int row, int channel, float across) {
    float first = pixel(source, left, row, channel);
    float second = across == 0 ? first : pixel(source, left + 1, row, channel);
    return first + across * (second - first);
  }

  private float pixel(float[] source, int column, int row, int channel) {
    boolean there = column >= 0 && row >= 0 && column < width && row < height;
    return there ? source[(row * width + column) * channels + channel] : fillValue;
  }

  private void nearest(float[] source, float column, float row, float[] target, int place) {
    int x = rounded(fillMode.place(column, width));
    int y = rounded(fillMode.place(row, height));
    for (int c = 0; c < channels; c++) {
      target[place + c] = pixel(source, x, y, c);
    }
  }

  /** Halves are rounded away from 0. */
  private static int rounded(double place) {
    return (int) (place < 0 ? Math.ceil(place - 0.5) : Math.floor(place + 0.5));
  }
}
