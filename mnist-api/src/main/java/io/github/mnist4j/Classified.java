package io.github.mnist4j;

import io.github.mnist4j.evaluation.Predictions;
import java.util.Map;

/**
 * What came of one pass over a set of one class a sample.
 *
 * @param values loss and metrics by name
 * @param predictions what each sample was taken for
 */
record Classified(Map<String, Double> values, Predictions predictions) {
  double loss() {
    return values.getOrDefault("loss", Double.NaN);
  }
}
