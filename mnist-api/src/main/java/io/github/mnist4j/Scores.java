package io.github.mnist4j;

import io.github.mnist4j.errors.Check;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Loss and metrics of an evaluation.
 *
 * <pre>{@code model.evaluate(test).get("accuracy")}</pre>
 *
 * @param values the numbers by name
 */
public record Scores(Map<String, Double> values) {
  /** Copies the map, in its order. */
  public Scores {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Returns the mean loss of a sample. */
  public double loss() {
    return get("loss");
  }

  /**
   * Returns the accuracy.
   *
   * @throws IllegalArgumentException if the model was compiled without {@code accuracy()}
   */
  public double accuracy() {
    return get("accuracy");
  }

  /**
   * Returns one number.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there
   *     are
   */
  public double get(String name) {
    Double value = values.get(name);
    if (value == null) {
      throw Check.unknown("score", name, values.keySet());
    }
    return value;
  }

  /** Returns the numbers as text, {@code accuracy 0.9912, loss 0.0301}. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%s %.4f", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining(", "));
  }
}
