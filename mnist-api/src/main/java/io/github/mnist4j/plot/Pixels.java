package io.github.mnist4j.plot;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;

/** An image as {@code 0xRRGGBB} numbers, row by row. */
record Pixels(int width, int height, int[] rgb) {
  /**
   * Returns an image in its own range: a grey one from 0 (white) to its maximum (black), a coloured
   * one from 0 to 1 or, where a value exceeds 1, to 255. Values below 0 lower the start of the
   * range to the minimum.
   */
  static Pixels of(Tensor image) {
    float low = 0;
    float high = 0;
    for (float value : image.data()) {
      if (Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (isColored(image.shape()) && low >= 0) {
      high = high > 1 ? 255 : 1;
    }
    return of(image, low, high);
  }

  /** Returns an image whose values from {@code low} to {@code high} span the colours. */
  static Pixels of(Tensor image, float low, float high) {
    Shape shape = image.shape();
    boolean colored = isColored(shape);
    if (!colored && shape.rank() != 2 && !(shape.rank() == 3 && shape.dim(2) == 1)
        || shape.size() == 0) {
      throw Problem.of("this tensor cannot be shown as an image")
          .expected("(height, width), (height, width, 1) or, for colours, (height, width, 3)")
          .got(shape.toString())
          .fix("take one image of a batch with row(i), or reshape it")
          .see("image-shape")
          .asShapeException();
    }
    float[] data = image.data();
    int[] rgb = new int[shape.dim(0) * shape.dim(1)];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] =
          colored
              ? level(data[3 * i], low, high) << 16
                  | level(data[3 * i + 1], low, high) << 8
                  | level(data[3 * i + 2], low, high)
              : 0x010101 * (255 - level(data[i], low, high));
    }
    return new Pixels(shape.dim(1), shape.dim(0), rgb);
  }

  /** Returns the image with each pixel as a square of {@code times} by {@code times}. */
  Pixels enlarged(int times) {
    int[] larger = new int[rgb.length * times * times];
    for (int i = 0; i < larger.length; i++) {
      int x = i % (width * times) / times;
      int y = i / (width * times) / times;
      larger[i] = rgb[y * width + x];
    }
    return new Pixels(width * times, height * times, larger);
  }

  private static boolean isColored(Shape shape) {
    return shape.rank() == 3 && shape.dim(2) == 3;
  }

  private static int level(float value, float low, float high) {
    if (!(value > low)) {
      return 0; // NaN, too
    }
    return Math.round(255 * Math.min(1, (value - low) / (high - low)));
  }
}
