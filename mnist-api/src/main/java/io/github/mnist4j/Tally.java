package io.github.mnist4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.metrics.Accumulator;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.spi.StepResult;
import io.github.mnist4j.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Loss and metrics over the samples seen so far, each weighted by its number of samples. */
final class Tally {
  private final Map<String, Accumulator> metrics = new TreeMap<>();
  private double lossSum;
  private long samples;

  Tally(Iterable<Metric> metrics, Shape target, Shape output) {
    for (Metric metric : metrics) {
      this.metrics.put(metric.name(), metric.start(target, output));
    }
  }

  void add(Batch batch, StepResult result) {
    lossSum += result.loss() * batch.size();
    samples += batch.size();
    metrics.values().forEach(metric -> metric.add(batch.size(), batch.y(), result.output()));
  }

  /** Returns the means by name, in Keras' order: the alphabet's. */
  Map<String, Double> logs() {
    Map<String, Double> logs = new TreeMap<>();
    metrics.forEach(
        (name, metric) -> {
          double[] results = metric.results();
          for (int i = 0; i < results.length; i++) {
            logs.put(results.length == 1 ? name : name + "_" + i, results[i]);
          }
        });
    logs.put("loss", samples == 0 ? 0 : lossSum / samples);
    return new LinkedHashMap<>(logs);
  }
}
