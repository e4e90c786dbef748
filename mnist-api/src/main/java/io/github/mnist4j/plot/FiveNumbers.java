package io.github.mnist4j.plot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What a box plot shows of values: median and quartiles, the ends of the whiskers, and what lies
 * beyond them.
 *
 * @param values in ascending order, without NaN and infinity; at least one
 */
record FiveNumbers(
    double lowerWhisker,
    double lowerQuartile,
    double median,
    double upperQuartile,
    double upperWhisker,
    List<Double> values) {
  /** Tukey's: "Exploratory Data Analysis", 1977. */
  private static final double REACH = 1.5;

  /** Returns what there is of at least one value that can be shown. */
  static FiveNumbers of(double... shown) {
    double[] sorted = shown.clone();
    Arrays.sort(sorted);
    double lower = quantile(sorted, 0.25);
    double upper = quantile(sorted, 0.75);
    double reach = REACH * (upper - lower);
    // where quartiles lie between values, the nearest value within reach may be inside of the box
    double first = DoubleStream.of(sorted).filter(v -> v >= lower - reach).min().orElse(lower);
    double last = DoubleStream.of(sorted).filter(v -> v <= upper + reach).max().orElse(upper);
    return new FiveNumbers(
        Math.min(first, lower),
        lower,
        quantile(sorted, 0.5),
        upper,
        Math.max(last, upper),
        DoubleStream.of(sorted).boxed().toList());
  }

  /** Type 7 of Hyndman and Fan: "Sample Quantiles in Statistical Packages", 1996. */
  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  boolean isOutlier(double value) {
    return value < lowerWhisker || value > upperWhisker;
  }

  long outliers() {
    return values.stream().filter(this::isOutlier).count();
  }
}
