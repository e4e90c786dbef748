package io.github.mnist4j.metrics;

import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * A number that tells people how good a network is. Open: a metric of your own needs these two
 * methods.
 *
 * <p>Metrics are counted in plain Java, over samples, and start anew each epoch.
 *
 * <pre>{@code
 * Metric metric = topKCategoricalAccuracy(3);
 * cnn.compile(adam(), categoricalCrossentropy().fromLogits(), metric);
 * model.evaluate(test).get(metric.name());
 * }</pre>
 */
public interface Metric {
  /** Returns the name in logs and in the history. */
  String name();

  /**
   * Starts counting.
   *
   * @param target one target's shape
   * @param output one output's shape
   * @throws io.github.mnist4j.errors.DataException if the two cannot be compared
   */
  Accumulator start(Shape target, Shape output);

  /**
   * Returns which way it gets better, for callbacks that look for the best epoch; empty where that
   * cannot be said, and the callback has to be told.
   */
  default Optional<Direction> direction() {
    return Optional.empty();
  }
}
