package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;

/**
 * Two numbers between which one is drawn, as Keras' layers of images take them: one number for both
 * sides of 0, or a pair.
 *
 * <pre>{@code
 * Range.around(0.1);          // -0.1 to 0.1
 * new Range(0.05, 0.05);      // always 0.05
 * }</pre>
 *
 * @param lower the least number that is drawn, finite
 * @param upper the greatest, at least {@code lower}
 */
public record Range(double lower, double upper) {
  /** Checks the order. */
  public Range {
    Check.finite(lower, "Range", "lower");
    Check.atLeast(lower, upper, "Range", "upper");
  }

  /** Returns {@code -|number|} to {@code |number|}. */
  public static Range around(double number) {
    Check.finite(number, "Range", "the number");
    double size = Math.abs(number);
    return new Range(size == 0 ? 0 : -size, size);
  }

  /** Returns the number at a part of the way, 0 for {@code lower} and 1 for {@code upper}. */
  public double at(double part) {
    return lower + (upper - lower) * part;
  }

  /** Requires that all that is drawn lies from {@code least} to {@code most}. */
  public Range within(double least, double most, String owner, String argument) {
    if (lower < least || upper > most) {
      throw new IllegalArgumentException(
          owner
              + ": "
              + argument
              + " must lie from "
              + least
              + " to "
              + most
              + ", got "
              + lower
              + " to "
              + upper);
    }
    return this;
  }
}
