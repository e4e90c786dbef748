package io.github.mnist4j;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the models of a cross-validation reached, each on its own fold; made by {@link
 * KFold#evaluate}.
 *
 * <pre>{@code
 * CrossValidated scores = folds.evaluate(cnn, CompileOptions.of(adam(), loss, accuracy()), train, epochs(10));
 * System.out.print(scores);
 * double mean = scores.mean("accuracy");
 * double deviation = scores.deviation("accuracy");
 * }</pre>
 *
 * <p>The deviation is that of one model's score, as the data and the seed happen to be; it is no
 * deviation of the mean, since the models share most of what they were trained on.
 *
 * @param folds the scores in the order of the folds, at least two, all of the same metrics
 */
public record CrossValidated(List<Scores> folds) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there are fewer than two, or their metrics differ
   */
  public CrossValidated {
    folds = List.copyOf(folds);
    Check.atLeast(2, folds.size(), "CrossValidated", "the number of folds");
    Set<String> names = folds.get(0).values().keySet();
    for (Scores fold : folds) {
      if (!fold.values().keySet().equals(names)) {
        throw Problem.of("CrossValidated: the scores of two folds are not of the same metrics")
            .expected(String.join(", ", names) + " in each")
            .got(String.join(", ", fold.values().keySet()))
            .see("k-fold")
            .asIllegalArgument();
      }
    }
  }

  /** Returns the names of the loss and the metrics, in their order. */
  public List<String> names() {
    return List.copyOf(folds.get(0).values().keySet());
  }

  /**
   * Returns what each fold has of a metric.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there
   *     are
   */
  public List<Double> values(String name) {
    return folds.stream().map(fold -> fold.get(name)).toList();
  }

  /**
   * Returns the mean of a metric over the folds, each counted once.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double mean(String name) {
    return values(name).stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /**
   * Returns the sample standard deviation of a metric over the folds: {@code √(Σ (x − mean)² / (k −
   * 1))}, NumPy's {@code std(ddof=1)}.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public double deviation(String name) {
    double mean = mean(name);
    double squares = 0;
    for (double value : values(name)) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (folds.size() - 1));
  }

  /** Returns a metric's mean and deviation as text, {@code accuracy 0.9871 ± 0.0012}. */
  public String summary(String name) {
    return summary(name, name.length());
  }

  private String summary(String name, int width) {
    return String.format(
        Locale.ROOT, "%-" + width + "s %.4f ± %.4f", name, mean(name), deviation(name));
  }

  /** Returns a table: a line for each fold, and mean and deviation of each metric. */
  @Override
  public String toString() {
    List<String> names = names();
    StringBuilder table = new StringBuilder("fold");
    names.forEach(name -> table.append(right(name, columnWidth(name))));
    for (int i = 0; i < folds.size(); i++) {
      table.append(String.format(Locale.ROOT, "\n%4d", i + 1));
      for (String name : names) {
        table.append(right(number(folds.get(i).get(name)), columnWidth(name)));
      }
    }
    int widest = names.stream().mapToInt(String::length).max().orElse(0);
    return names.stream()
        .map(name -> summary(name, widest))
        .collect(Collectors.joining("\n", table + "\n\n", "\n"));
  }

  /** Returns the width of the widest text in a column, and of two spaces before it. */
  private int columnWidth(String name) {
    int numbers = values(name).stream().mapToInt(x -> number(x).length()).max().orElse(0);
    return 2 + Math.max(name.length(), numbers);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String right(String text, int width) {
    return " ".repeat(width - text.length()) + text;
  }
}
