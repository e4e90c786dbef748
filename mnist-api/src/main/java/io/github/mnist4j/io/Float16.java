package io.github.mnist4j.io;

/** IEEE 754's 16-bit floats: a sign, 5 bits of exponent, 10 of fraction. (JDK 20 has them.) */
final class Float16 {
  /** The least number that rounds to infinity. */
  static final float TOO_LARGE = 65520;

  /** The fraction's bits that a 32-bit float has more. */
  private static final int MORE = 13;

  /** The difference of the exponents' offsets, 127 − 15, in place. */
  private static final int REBIAS = (127 - 15) << 23;

  /** The least 16-bit float that is not subnormal, as a 32-bit one. */
  private static final int LEAST_NORMAL = Float.floatToRawIntBits(0x1p-14f);

  private Float16() {}

  /** Returns the nearest, to even where two are; of a number below {@link #TOO_LARGE}. */
  static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude < LEAST_NORMAL) {
      // a whole number of the least subnormal's size, 2⁻²⁴
      return (short) (sign | (int) Math.rint(Math.abs(value) * 0x1p24));
    }
    int even = magnitude >>> MORE & 1;
    int rounded = magnitude - REBIAS + (1 << MORE - 1) - 1 + even;
    return (short) (sign | rounded >>> MORE);
  }

  /** Returns the same number. */
  static float toFloat(short half) {
    int exponent = half >>> 10 & 0x1f;
    int fraction = half & 0x3ff;
    float magnitude =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24f;
          case 0x1f -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
          default -> Float.intBitsToFloat((exponent << 23) + REBIAS | fraction << MORE);
        };
    return half < 0 ? -magnitude : magnitude;
  }
}
