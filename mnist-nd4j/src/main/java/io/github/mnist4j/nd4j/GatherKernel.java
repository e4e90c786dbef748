package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Cropping2D;
import io.github.mnist4j.layers.Interpolation;
import io.github.mnist4j.layers.Permute;
import io.github.mnist4j.layers.UpSampling1D;
import io.github.mnist4j.layers.UpSampling2D;
import io.github.mnist4j.layers.ZeroPadding2D;
import io.github.mnist4j.tensor.Shape;
import java.util.List;

/**
 * Layers whose outputs are each a weighted sum of a few inputs of the same sample, always the same
 * ones: y[i] = Σ w[i,t] · x[from[i,t]], and back along the same ways.
 */
final class GatherKernel extends JavaKernel {
  private final Taps taps;

  GatherKernel(Taps taps, Wiring wiring) {
    super(wiring);
    this.taps = taps;
  }

  /**
   * From where a sample's outputs come.
   *
   * @param count how many inputs an output is made of
   * @param from their places in the sample, {@code count} an output; −1 for none
   * @param weights what each counts
   */
  record Taps(int count, int[] from, double[] weights) {
    /** Each output is one input, or 0. */
    static Taps copies(int[] from) {
      double[] weights = new double[from.length];
      java.util.Arrays.fill(weights, 1);
      return new Taps(1, from, weights);
    }
  }

  private static int pixel(Shape image, int row, int column, int channel) {
    boolean inside = row >= 0 && row < image.dim(0) && column >= 0 && column < image.dim(1);
    return inside ? (row * image.dim(1) + column) * image.dim(2) + channel : -1;
  }

  /** The image moved by some rows and columns. */
  private static Taps moved(Shape in, Shape out, int down, int right) {
    int[] from = new int[out.size()];
    int i = 0;
    for (int row = 0; row < out.dim(0); row++) {
      for (int column = 0; column < out.dim(1); column++) {
        for (int channel = 0; channel < out.dim(2); channel++) {
          from[i++] = pixel(in, row - down, column - right, channel);
        }
      }
    }
    return Taps.copies(from);
  }

  static Taps of(ZeroPadding2D layer, Shape in) {
    return moved(in, layer.outputShape(in), layer.padding().top(), layer.padding().left());
  }

  static Taps of(Cropping2D layer, Shape in) {
    return moved(in, layer.outputShape(in), -layer.cropping().top(), -layer.cropping().left());
  }

  static Taps of(Permute layer, Shape in) {
    Shape out = layer.outputShape(in);
    List<Integer> dims = layer.dims();
    int[] strides = new int[in.rank()];
    int stride = 1;
    for (int axis = in.rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= in.dim(axis);
    }
    int[] from = new int[out.size()];
    for (int i = 0; i < from.length; i++) {
      int rest = i;
      for (int axis = out.rank() - 1; axis >= 0; axis--) {
        from[i] += rest % out.dim(axis) * strides[dims.get(axis) - 1];
        rest /= out.dim(axis);
      }
    }
    return Taps.copies(from);
  }

  /** A vector again and again. */
  static Taps repeated(Shape out) {
    int[] from = new int[out.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = i % out.dim(-1);
    }
    return Taps.copies(from);
  }

  // #region up-sampling-1d
  /** Each step again and again. */
  static Taps of(UpSampling1D layer, Shape in) {
    int channels = in.dim(1);
    int[] from = new int[layer.outputShape(in).size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = i / channels / layer.size() * channels + i % channels;
    }
    return Taps.copies(from);
  }

  // #endregion up-sampling-1d

  static Taps of(UpSampling2D layer, Shape in) {
    Shape out = layer.outputShape(in);
    boolean nearest = layer.interpolation() == Interpolation.NEAREST;
    int count = nearest ? 1 : 4;
    int[] from = new int[out.size() * count];
    double[] weights = new double[from.length];
    int i = 0;
    for (int row = 0; row < out.dim(0); row++) {
      Between rows = Between.of(row, layer.size().height(), in.dim(0), nearest);
      for (int column = 0; column < out.dim(1); column++) {
        Between columns = Between.of(column, layer.size().width(), in.dim(1), nearest);
        for (int channel = 0; channel < out.dim(2); channel++) {
          for (int tap = 0; tap < count; tap++) {
            boolean lower = tap / 2 == 1;
            boolean right = tap % 2 == 1;
            from[i] =
                pixel(
                    in,
                    lower ? rows.next : rows.first,
                    right ? columns.next : columns.first,
                    channel);
            weights[i++] =
                (lower ? rows.part : 1 - rows.part) * (right ? columns.part : 1 - columns.part);
          }
        }
      }
    }
    return new Taps(count, from, weights);
  }

  /**
   * Between which two places of the smaller image one of the larger lies.
   *
   * @param part how far it is from the first to the next
   */
  private record Between(int first, int next, double part) {
    /** Middles of pixels lie on middles: half a pixel from the edge. */
    static Between of(int place, int times, int size, boolean nearest) {
      if (nearest) {
        return new Between(place / times, place / times, 0);
      }
      double at = Math.max(0, (place + 0.5) / times - 0.5);
      int first = Math.min((int) at, size - 1);
      return new Between(first, Math.min(first + 1, size - 1), at - first);
    }
  }

  @Override
  void compute() {
    int count = taps.count;
    for (int sample = 0; sample < n; sample++) {
      int in = sample * inputSize();
      int out = sample * outputSize();
      for (int i = 0; i < outputSize(); i++) {
        double sum = 0;
        for (int t = i * count; t < (i + 1) * count; t++) {
          if (taps.from[t] >= 0) {
            sum += taps.weights[t] * x[in + taps.from[t]];
          }
        }
        y[out + i] = sum;
      }
    }
  }

  @Override
  void differentiate() {
    int count = taps.count;
    for (int sample = 0; sample < n; sample++) {
      int in = sample * inputSize();
      int out = sample * outputSize();
      for (int i = 0; i < outputSize(); i++) {
        for (int t = i * count; t < (i + 1) * count; t++) {
          if (taps.from[t] >= 0) {
            dx[in + taps.from[t]] += taps.weights[t] * dy[out + i];
          }
        }
      }
    }
  }
}
