package io.github.mnist4j.layers;

/**
 * What lies outside of an image that is moved, for one row of pixels {@code a b c d}.
 *
 * <pre>{@code rotation(0.05).fillMode(FillMode.NEAREST)     // the border goes on}</pre>
 */
public enum FillMode {
  /** {@code k k k k | a b c d | k k k k}: one value everywhere. */
  CONSTANT {
    @Override
    public double place(double place, int length) {
      return place;
    }
  },
  /** {@code a a a a | a b c d | d d d d}: the pixel at the border. */
  NEAREST {
    @Override
    public double place(double place, int length) {
      return clamp(place, length);
    }
  },
  /** {@code d c b a | a b c d | d c b a}: the image in a mirror. */
  REFLECT {
    @Override
    public double place(double place, int length) {
      double period = 2.0 * length;
      double within = place - period * Math.floor(place / period);
      return clamp(within < length ? within : period - within - 1, length);
    }
  },
  /**
   * {@code a b c d | a b c d | a b c d}: the image again. As in TensorFlow, which Keras asks here,
   * nothing is interpolated between {@code d} and {@code a}; and right for one image's length on
   * either side.
   */
  WRAP {
    @Override
    public double place(double place, int length) {
      if (length == 1) {
        return 0;
      }
      double inner = length - 1;
      if (place < 0) {
        return clamp(place + length * (Math.floor(-place / inner) + 1), length);
      } else if (place > inner) {
        return clamp(place - length * Math.floor(place / inner), length);
      }
      return place;
    }
  };

  /**
   * Returns the place inside of the image that stands for one outside; places between pixels stay
   * between pixels.
   *
   * @param place a row or a column
   * @param length how many of them the image has
   * @return from 0 to {@code length - 1}, but {@code place} itself for {@link #CONSTANT}
   */
  public abstract double place(double place, int length);

  private static double clamp(double place, int length) {
    return Math.max(0, Math.min(length - 1, place));
  }
}
