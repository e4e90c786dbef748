package io.github.mnist4j;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.metrics.ClassificationReport;
import io.github.mnist4j.metrics.ConfusionMatrix;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Loss and metrics of an evaluation, and a report of its classes.
 *
 * <pre>{@code
 * Scores scores = model.evaluate(test);
 * System.out.println(scores.get("accuracy"));
 * System.out.print(scores.report());
 * }</pre>
 *
 * @param values the numbers by name
 * @param confusion which class was taken for which; {@code null} where targets are no classes
 * @param obstacle why there is none; {@code null} where there is
 */
public record Scores(
    Map<String, Double> values, @Nullable ConfusionMatrix confusion, @Nullable String obstacle) {
  /** Copies the map, in its order. */
  public Scores {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Makes scores without a report. */
  public Scores(Map<String, Double> values) {
    this(values, null, "scores that were not counted by class");
  }

  /**
   * Returns how well each class is known: a confusion matrix, precision, recall and F1 of each
   * class, and their means. An output of one number is of class 1 above 0.5, or above 0 where the
   * loss takes logits or is a hinge; of more, of the class that is greatest. Weights of samples do
   * not count.
   *
   * @throws IllegalStateException if the targets were no classes, neither numbers nor one-hot
   */
  public ClassificationReport report() {
    if (confusion == null) {
      throw Problem.of("there is no report of classes")
          .expected("an evaluation whose targets are classes: numbers, or one-hot")
          .got(String.valueOf(obstacle))
          .fix("look at the metrics: get(name)")
          .see("no-report")
          .asIllegalState();
    }
    return confusion.report();
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
