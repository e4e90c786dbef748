package io.github.mnist4j.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The marks of an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param values in ascending order
 * @param labels one a value, all with the same number of decimals
 */
record Ticks(List<Double> values, List<String> labels) {
  private static final int[] LARGER_STEPS = {2, 5, 10};
  private static final int MOST_DECIMALS = 5;
  private static final double MOST_PLAIN = 1e6;

  /** Returns the marks from {@code low} to {@code high}, {@code most} + 1 of them at most. */
  static Ticks of(double low, double high, int most) {
    return withStep((high - low) / most, low, high);
  }

  /** Returns marks at whole numbers only. */
  static Ticks whole(double low, double high, int most) {
    return withStep(Math.max(1, (high - low) / most), low, high);
  }

  private static Ticks withStep(double least, double low, double high) {
    int exponent = (int) Math.floor(Math.log10(least));
    double power = Math.pow(10, exponent);
    int step = 1;
    for (int larger : LARGER_STEPS) {
      step = step * power < least * (1 - 1e-9) ? larger : step;
    }
    if (step == 10) {
      return withStep(10 * power, low, high); // so that labels have no decimal too many
    }
    long first = (long) Math.ceil(low / (step * power) - 1e-6);
    long last = (long) Math.floor(high / (step * power) + 1e-6);
    List<BigDecimal> marks = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      marks.add(BigDecimal.valueOf(i * step).scaleByPowerOfTen(exponent)); // exact: no 0.30000004
    }
    double largest = Math.max(Math.abs(low), Math.abs(high));
    boolean plain = exponent >= -MOST_DECIMALS && largest < MOST_PLAIN;
    int digits = (int) Math.floor(Math.log10(largest)) - exponent;
    return new Ticks(
        marks.stream().map(BigDecimal::doubleValue).toList(),
        marks.stream()
            .map(mark -> plain ? plain(mark, exponent) : scientific(mark, digits))
            .map(label -> label.replace('-', '−'))
            .toList());
  }

  private static String plain(BigDecimal mark, int exponent) {
    return mark.setScale(Math.max(0, -exponent)).toPlainString();
  }

  private static String scientific(BigDecimal mark, int digits) {
    return mark.signum() == 0 ? "0" : String.format(Locale.ROOT, "%." + digits + "e", mark);
  }
}
