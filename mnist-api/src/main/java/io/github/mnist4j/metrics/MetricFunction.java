package io.github.mnist4j.metrics;

/**
 * What a metric of your own counts of one sample; see {@link Metrics#custom}.
 *
 * <pre>{@code
 * MetricFunction error = (y, output) -> Math.abs(output[0] - y[0]);
 * cnn.compile(adam(), meanSquaredError(), Metrics.custom("error", error));
 * }</pre>
 */
@FunctionalInterface
public interface MetricFunction {
  /**
   * Returns the number of one sample.
   *
   * @param y its target's numbers, row-major
   * @param output what the network gave for it, row-major
   */
  double evaluate(double[] y, double[] output);
}
