package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Padding;
import io.github.mnist4j.layers.Size;
import io.github.mnist4j.tensor.Shape;

/**
 * Convolution in loops, with strides, dilation and groups: forward, and both ways back.
 *
 * <p>Images are channels last, kernels (height, width, channels of a group, filters). The same
 * loops are depthwise convolution, where each channel is a group, and transposed convolution, which
 * is a convolution's way back.
 */
final class Loops {
  private final Shape image;
  private final Shape places;
  private final Size window;
  private final Size strides;
  private final Size dilation;
  private final int top;
  private final int left;
  private final int groupIn;
  private final int groupOut;

  /**
   * Makes the loops.
   *
   * @param image the larger side, {@code (height, width, channels)}
   * @param places the smaller side, {@code (places down, places across, filters)}
   */
  Loops(
      Shape image,
      Shape places,
      Size window,
      Size strides,
      Size dilation,
      Padding padding,
      int groups) {
    this.image = image;
    this.places = places;
    this.window = window;
    this.strides = strides;
    this.dilation = dilation;
    top = low(padding, 0, (window.height() - 1) * dilation.height() + 1, strides.height());
    left = low(padding, 1, (window.width() - 1) * dilation.width() + 1, strides.width());
    groupIn = image.dim(2) / groups;
    groupOut = places.dim(2) / groups;
  }

  /** Returns the padding in front: half of what is missing, the odd one behind. */
  private int low(Padding padding, int axis, int reach, int stride) {
    int missing = Math.max(0, (places.dim(axis) - 1) * stride + reach - image.dim(axis));
    return switch (padding) {
      case VALID -> 0;
      case SAME -> missing / 2;
      case CAUSAL -> reach - 1;
    };
  }

  private interface Meeting {
    /** An image's pixel, a window's pixel and a place meet. */
    void at(int pixel, int weights, int place);
  }

  /** Visits all pixels, window pixels and places that meet; each by its first number. */
  private void each(int n, Meeting meeting) {
    int channels = image.dim(2);
    int filters = places.dim(2);
    for (int place = 0; place < n * places.dim(0) * places.dim(1); place++) {
      int across = place % places.dim(1);
      int down = place / places.dim(1) % places.dim(0);
      int sample = place / (places.dim(0) * places.dim(1));
      for (int u = 0; u < window.height(); u++) {
        int row = down * strides.height() + u * dilation.height() - top;
        if (row < 0 || row >= image.dim(0)) {
          continue;
        }
        for (int v = 0; v < window.width(); v++) {
          int column = across * strides.width() + v * dilation.width() - left;
          if (column >= 0 && column < image.dim(1)) {
            meeting.at(
                ((sample * image.dim(0) + row) * image.dim(1) + column) * channels,
                (u * window.width() + v) * groupIn * filters,
                place * filters);
          }
        }
      }
    }
  }

  /** y += x ∗ kernel, y being the places. */
  void forward(int n, double[] x, double[] kernel, double[] y) {
    int filters = places.dim(2);
    each(
        n,
        (pixel, weights, place) -> {
          for (int o = 0; o < filters; o++) {
            int first = pixel + o / groupOut * groupIn;
            double sum = 0;
            for (int c = 0; c < groupIn; c++) {
              sum += x[first + c] * kernel[weights + c * filters + o];
            }
            y[place + o] += sum;
          }
        });
  }

  /** dx += dy back through the kernel, dx being the image. */
  void inputGradient(int n, double[] dy, double[] kernel, double[] dx) {
    int filters = places.dim(2);
    each(
        n,
        (pixel, weights, place) -> {
          for (int o = 0; o < filters; o++) {
            int first = pixel + o / groupOut * groupIn;
            for (int c = 0; c < groupIn; c++) {
              dx[first + c] += dy[place + o] * kernel[weights + c * filters + o];
            }
          }
        });
  }

  /** dKernel += what each of its numbers does to the loss. */
  void kernelGradient(int n, double[] x, double[] dy, double[] gradient) {
    int filters = places.dim(2);
    each(
        n,
        (pixel, weights, place) -> {
          for (int o = 0; o < filters; o++) {
            int first = pixel + o / groupOut * groupIn;
            for (int c = 0; c < groupIn; c++) {
              gradient[weights + c * filters + o] += x[first + c] * dy[place + o];
            }
          }
        });
  }
}
