package io.github.mnist4j.augmentations;

import io.github.mnist4j.layers.FillMode;
import io.github.mnist4j.layers.Interpolation;

/**
 * Reads each pixel of an image from another place. The arithmetic is that of SciPy's {@code
 * map_coordinates} with order 0 or 1, and of Keras' {@code affine_transform}; SciPy's modes are
 * called {@code grid-constant}, {@code nearest} and {@code reflect}.
 *
 * <p>All places are worked out before the first pixel is read, in loops without conditions, which
 * the JVM vectorises, also where they lie outside of the image: whatever is asked for lies in the
 * image or the frame around it.
 */
final class Warp {
  /** The frame: where all four pixels around are outside, each of them has the value of outside. */
  private static final int FRAME = 2;

  /** A number plus this one and minus this one again is the whole number nearest to it. */
  private static final float WHOLE = 0x1.8p23f;

  /** Up to here, a {@code float} can count pixels. */
  private static final int MOST = 1 << 24;

  private final int height;
  private final int width;
  private final int channels;
  private final FillMode fillMode;
  private final float fillValue;
  private final boolean bilinear;
  private final int framed;
  private final float[] x;
  private final float[] y;

  Warp(int height, int width, int channels, Sampling sampling) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    fillMode = sampling.fillMode();
    fillValue = (float) sampling.fillValue();
    bilinear = sampling.interpolation() == Interpolation.BILINEAR;
    framed = width + 2 * FRAME;
    x = new float[height * width];
    y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i % width;
      y[i] = i / width;
    }
  }

  /** Room for one image, for one thread. */
  final class Work {
    private final float[] source = new float[framed * (height + 2 * FRAME) * channels];
    private final float[] columns = new float[x.length];
    private final float[] rows = new float[x.length];
    private final float[] firsts = new float[x.length];

    Work() {
      java.util.Arrays.fill(source, fillValue);
    }

    /**
     * Moves an image where it lies.
     *
     * @param images has the image from {@code at}
     * @param affine where pixels come from
     * @param right how much farther to the right each pixel is looked for before that
     * @param down how much farther down
     */
    void run(float[] images, int at, Affine affine, float[] right, float[] down) {
      int length = width * channels;
      for (int row = 0; row < height; row++) {
        int start = ((FRAME + row) * framed + FRAME) * channels;
        System.arraycopy(images, at + row * length, source, start, length);
      }
      look(affine.a0(), affine.a1(), affine.a2(), right, down, columns);
      look(affine.b0(), affine.b1(), affine.b2(), right, down, rows);
      if (!bilinear || fillMode == FillMode.WRAP || source.length > MOST) {
        readEach(images, at);
        return;
      }
      bound(columns, width);
      bound(rows, height);
      split();
      if (channels == 1) {
        read(images, at);
      } else {
        readChannels(images, at);
      }
    }

    private void look(double p, double q, double r, float[] right, float[] down, float[] places) {
      float a = (float) p;
      float b = (float) q;
      float c = (float) r;
      for (int i = 0; i < x.length; i++) {
        places[i] = a * (x[i] + right[i]) + b * (y[i] + down[i]) + c;
      }
    }

    /** Parts each place into a whole pixel and the rest of the way to the next one. */
    private void split() {
      float row = framed;
      for (int i = 0; i < columns.length; i++) {
        float column = columns[i] + FRAME;
        float line = rows[i] + FRAME;
        float left = down(column);
        float top = down(line);
        columns[i] = column - left;
        rows[i] = line - top;
        firsts[i] = top * row + left;
      }
    }

    private void read(float[] target, int at) {
      float[] from = source;
      float[] columns = this.columns;
      float[] rows = this.rows;
      float[] firsts = this.firsts;
      int framed = Warp.this.framed;
      for (int i = 0; i < firsts.length; i++) {
        int first = (int) firsts[i];
        int below = first + framed;
        float across = columns[i];
        float upper = from[first] + across * (from[first + 1] - from[first]);
        float lower = from[below] + across * (from[below + 1] - from[below]);
        target[at + i] = upper + rows[i] * (lower - upper);
      }
    }

    private void readChannels(float[] target, int at) {
      for (int i = 0; i < firsts.length; i++) {
        int first = (int) firsts[i] * channels;
        int below = first + framed * channels;
        float across = columns[i];
        for (int c = 0; c < channels; c++, first++, below++) {
          float upper = source[first] + across * (source[first + channels] - source[first]);
          float lower = source[below] + across * (source[below + channels] - source[below]);
          target[at + i * channels + c] = upper + rows[i] * (lower - upper);
        }
      }
    }

    private void readEach(float[] target, int at) {
      for (int i = 0; i < columns.length; i++) {
        double column = bounded(columns[i], width);
        double row = bounded(rows[i], height);
        for (int c = 0; c < channels; c++) {
          target[at + i * channels + c] =
              bilinear ? between(column, row, c) : pixel(rounded(column), rounded(row), c);
        }
      }
    }

    private double bounded(float place, int length) {
      return place >= 0 && place <= length - 1 ? place : fillMode.place(place, length);
    }

    private float between(double column, double row, int channel) {
      int left = (int) Math.floor(column);
      int top = (int) Math.floor(row);
      float down = (float) (row - top);
      float upper = between(left, top, channel, (float) (column - left));
      // a pixel that counts nothing is not read: it may be NaN, or not be there
      float lower = down == 0 ? upper : between(left, top + 1, channel, (float) (column - left));
      return upper + down * (lower - upper);
    }

    private float between(int left, int row, int channel, float across) {
      float first = pixel(left, row, channel);
      float second = across == 0 ? first : pixel(left + 1, row, channel);
      return first + across * (second - first);
    }

    private float pixel(int column, int row, int channel) {
      boolean there = column >= 0 && row >= 0 && column < width && row < height;
      return there
          ? source[((FRAME + row) * framed + FRAME + column) * channels + channel]
          : fillValue;
    }
  }

  private static float down(float place) {
    float nearest = place + WHOLE - WHOLE;
    float rest = place - nearest;
    return nearest - Math.min(1, (Math.abs(rest) - rest) * WHOLE);
  }

  /** {@link FillMode#place}, without conditions. */
  private void bound(float[] places, int length) {
    if (fillMode == FillMode.REFLECT) {
      mirror(places, length);
    }
    float beyond = fillMode == FillMode.CONSTANT ? FRAME - 0.5f : 0;
    float least = -beyond;
    float most = length - 1 + beyond;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(least, Math.min(most, places[i]));
    }
  }

  private static void mirror(float[] places, int length) {
    float period = 2 * length;
    float periods = 1 / period;
    for (int i = 0; i < places.length; i++) {
      float place = places[i] - (places[i] * periods + WHOLE - WHOLE) * period;
      place = Math.max(place, -1 - place);
      places[i] = Math.min(place, period - 1 - place);
    }
  }

  /** Halves are rounded away from 0. */
  private static int rounded(double place) {
    return (int) (place < 0 ? Math.ceil(place - 0.5) : Math.floor(place + 0.5));
  }
}
