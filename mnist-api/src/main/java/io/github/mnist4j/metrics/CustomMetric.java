package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;

/**
 * The mean of a number of your own a sample. It takes targets of any shape, and cannot be written
 * into a file; made by {@link Metrics#custom}.
 *
 * <pre>
 * {@code Metric far = Metrics.custom("far", (y, output) -> Math.abs(output[0] - y[0]) > 1 ? 1 : 0);}
 * </pre>
 *
 * @param name the name in logs
 * @param function what is counted of one sample
 */
public record CustomMetric(String name, MetricFunction function) implements Metric {
  /** Checks that both are there. */
  public CustomMetric {
    Check.notNull(name, "CustomMetric", "name");
    Check.notNull(function, "CustomMetric", "function");
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    int targets = target.size();
    int outputs = output.size();
    return new Mean(targets, outputs) {
      @Override
      double sample(float[] y, int at, float[] output, int start) {
        return function.evaluate(copy(y, at, targets), copy(output, start, outputs));
      }
    };
  }

  /** Returns a part of an array, so that a function can neither see nor spoil the rest. */
  static double[] copy(float[] values, int from, int size) {
    double[] copy = new double[size];
    for (int j = 0; j < size; j++) {
      copy[j] = values[from + j];
    }
    return copy;
  }
}
