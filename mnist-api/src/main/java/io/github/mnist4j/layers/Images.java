package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.tensor.Shape;

/**
 * What layers with a window have in common: their inputs are images, and the window must find a
 * place.
 */
final class Images {
  private Images() {}

  /**
   * Requires {@code (height, width, channels)} and returns the places of a window, over {@code
   * channels} channels.
   */
  static Shape places(Shape input, Size window, Size strides, Padding padding, int channels) {
    requireImage(input);
    int height = padding.places(input.dim(0), window.height(), strides.height());
    int width = padding.places(input.dim(1), window.width(), strides.width());
    if (height < 1 || width < 1) {
      throw Problem.of("cannot move its window over its input")
          .expected(
              "height and width of at least "
                  + window.height()
                  + " and "
                  + window.width()
                  + " (window "
                  + window
                  + ", padding "
                  + padding.name().toLowerCase(java.util.Locale.ROOT)
                  + ")")
          .got(input.toString())
          .fix("use padding(SAME) here or in an earlier layer, or remove this layer")
          .see("shape-too-small")
          .asShapeException();
    }
    return Shape.of(height, width, channels);
  }

  /**
   * Requires {@code (steps, channels)} and returns the places of a window, over {@code channels}
   * channels.
   */
  static Shape steps(
      Shape input, int window, int dilation, int stride, Padding padding, int channels) {
    requireSequence(input);
    int reach = (window - 1) * dilation + 1;
    int places = padding.places(input.dim(0), reach, stride);
    if (places < 1) {
      throw tooSmall("steps of at least " + reach + " (window " + window + ")", input);
    }
    return Shape.of(places, channels);
  }

  private static ShapeException tooSmall(String expected, Shape input) {
    return Problem.of("cannot move its window over its input")
        .expected(expected)
        .got(input.toString())
        .fix("use padding(SAME) here or in an earlier layer, or remove this layer")
        .see("shape-too-small")
        .asShapeException();
  }

  static void requireSequence(Shape input) {
    if (input.rank() != 2) {
      throw Problem.of("takes sequences")
          .expected("samples of two axes, (steps, channels)")
          .got(input.toString())
          .fix(
              input.rank() == 1
                  ? "give each step a channel axis, " + input.toString().replace(",)", ", 1)")
                  : "take rows of an image as steps, with Reshape(rows, columns)")
          .see("not-a-sequence")
          .asShapeException();
    }
  }

  static void requireImage(Shape input) {
    if (input.rank() != 3) {
      throw Problem.of("takes images")
          .expected("samples of three axes, (height, width, channels)")
          .got(input.toString())
          .fix(
              input.rank() == 2
                  ? "give grey images a channel axis, " + input.toString().replace(")", ", 1)")
                  : "put this layer before Flatten() and Dense(…)")
          .see("not-an-image")
          .asShapeException();
    }
  }
}
