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
    return places(input, window, Size.square(1), strides, padding, channels);
  }

  /** Returns the places of a window whose pixels are some apart. */
  static Shape places(
      Shape input, Size window, Size dilation, Size strides, Padding padding, int channels) {
    requireImage(input);
    int down = reach(window.height(), dilation.height());
    int across = reach(window.width(), dilation.width());
    int height = padding.places(input.dim(0), down, strides.height());
    int width = padding.places(input.dim(1), across, strides.width());
    if (height < 1 || width < 1) {
      String name = padding.name().toLowerCase(java.util.Locale.ROOT);
      throw tooSmall(
          "height and width of at least "
              + down
              + " and "
              + across
              + " (window "
              + window
              + (dilation.equals(Size.square(1)) ? "" : ", dilation " + dilation)
              + ", padding "
              + name
              + ")",
          input);
    }
    return Shape.of(height, width, channels);
  }

  private static int reach(int window, int dilation) {
    return Math.addExact(Math.multiplyExact(window - 1, dilation), 1);
  }

  /** Keras has no convolution with both. */
  static void requireStridesOrDilation(Size strides, Size dilation, String owner) {
    Size one = Size.square(1);
    if (!strides.equals(one) && !dilation.equals(one)) {
      throw new IllegalArgumentException(
          owner
              + ": strides and dilationRate cannot both be more than 1, got strides "
              + strides
              + " and dilationRate "
              + dilation);
    }
  }

  static void requireGroups(int filters, int groups, String owner) {
    if (filters % groups != 0) {
      throw new IllegalArgumentException(
          owner + ": filters must be a multiple of groups, got " + filters + " and " + groups);
    }
  }

  static void requireChannels(int channels, int groups, Shape input) {
    if (channels % groups != 0) {
      throw Problem.of("cannot share the channels out")
          .expected("a number of channels that " + groups + " groups divide")
          .got(channels + " channels of samples " + input)
          .fix("take a number of groups that divides " + channels)
          .see("groups")
          .asShapeException();
    }
  }

  /**
   * Requires {@code (steps, channels)} and returns the places of a window, over {@code channels}
   * channels.
   */
  static Shape steps(
      Shape input, int window, int dilation, int stride, Padding padding, int channels) {
    requireSequence(input);
    int reach = reach(window, dilation);
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
