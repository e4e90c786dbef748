package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes metrics.
 *
 * <pre>{@code cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())}</pre>
 */
public final class Metrics {
  /**
   * One of each, by Keras' {@code class_name}; the catalogue that names and files are read with.
   */
  public static final Map<String, Metric> TYPES =
      Map.of(
          "Accuracy", accuracy(),
          "BinaryAccuracy", binaryAccuracy(),
          "CategoricalAccuracy", categoricalAccuracy(),
          "SparseCategoricalAccuracy", sparseCategoricalAccuracy());

  private Metrics() {}

  /** The accuracy that fits the shapes of target and output. */
  public static Metric accuracy() {
    return new Accuracy("accuracy");
  }

  /** The part of outputs on the right side of 0.5. */
  public static Metric binaryAccuracy() {
    return new BinaryAccuracy("binary_accuracy");
  }

  /** Accuracy for targets of one number a class. */
  public static Metric categoricalAccuracy() {
    return new CategoricalAccuracy("categorical_accuracy");
  }

  /** Accuracy for targets that are class numbers. */
  public static Metric sparseCategoricalAccuracy() {
    return new SparseCategoricalAccuracy("sparse_categorical_accuracy");
  }

  /**
   * Returns the metric that Keras calls by this name: its class or its function, or {@code acc}.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Metric named(String name) {
    Map<String, Metric> names = new TreeMap<>();
    TYPES.values().forEach(metric -> names.put(metric.name(), metric));
    names.put("acc", new Accuracy("acc"));
    Metric metric = names.getOrDefault(name, TYPES.get(name));
    if (metric == null) {
      throw Check.unknown("metric", name, names.keySet());
    }
    return metric;
  }
}
