package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well each class is told from the others. The numbers are those of scikit-learn's {@code
 * classification_report} over all classes of the network; where a divisor is 0, so is the number.
 * Prints as a table.
 *
 * <pre>{@code System.out.print(model.evaluate(test).report());}</pre>
 *
 * @param matrix how often which class was taken for which
 * @param names the classes' names in the table; empty: their numbers
 */
public record ClassificationReport(ConfusionMatrix matrix, List<String> names) {
  private static final int NUMBER = 10;
  private static final String AVERAGE = "weighted avg";

  /** Copies the list, and checks that it is empty or has a name for each class. */
  public ClassificationReport {
    Check.notNull(matrix, "ClassificationReport", "matrix");
    names = List.copyOf(names);
    if (!names.isEmpty() && names.size() != matrix.classes()) {
      throw new IllegalArgumentException(
          "ClassificationReport: names must be "
              + matrix.classes()
              + ", one a class, got "
              + names.size());
    }
  }

  /**
   * How well one class is told from the others, or the mean of some.
   *
   * @param precision the part of what was taken for the class that is of it
   * @param recall the part of what is of the class that was taken for it
   * @param f1 the harmonic mean of both
   * @param support how many samples are of the class
   */
  public record Row(double precision, double recall, double f1, long support) {}

  /** Returns the same report with names for the classes, in their order. */
  public ClassificationReport names(String... names) {
    return new ClassificationReport(matrix, List.of(names));
  }

  /** Returns the part of samples that were taken for what they are. */
  public double accuracy() {
    return ratio(matrix.correct(), matrix.total());
  }

  /**
   * Returns one class' numbers.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public Row row(int label) {
    long right = matrix.count(label, label);
    double precision = ratio(right, matrix.predicted(label));
    double recall = ratio(right, matrix.support(label));
    double f1 = ratio(2 * right, matrix.predicted(label) + matrix.support(label));
    return new Row(precision, recall, f1, matrix.support(label));
  }

  /** Returns the means over the classes, each counted alike. */
  public Row macro() {
    return mean(row -> 1);
  }

  /** Returns the means over the classes, each counted by its support. */
  public Row weighted() {
    return mean(Row::support);
  }

  private List<Row> rows() {
    return IntStream.range(0, matrix.classes()).mapToObj(this::row).toList();
  }

  private Row mean(ToDoubleFunction<Row> weight) {
    List<Row> rows = rows();
    return new Row(
        mean(rows, weight, Row::precision),
        mean(rows, weight, Row::recall),
        mean(rows, weight, Row::f1),
        matrix.total());
  }

  private static double mean(
      List<Row> rows, ToDoubleFunction<Row> weight, ToDoubleFunction<Row> value) {
    double sum = 0;
    double weights = 0;
    for (Row row : rows) {
      sum += weight.applyAsDouble(row) * value.applyAsDouble(row);
      weights += weight.applyAsDouble(row);
    }
    return ratio(sum, weights);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** Returns the table of classes and means, and the confusion matrix below it. */
  @Override
  public String toString() {
    List<String> labels =
        names.isEmpty()
            ? IntStream.range(0, matrix.classes()).mapToObj(Integer::toString).toList()
            : names;
    int width =
        Math.max(AVERAGE.length(), labels.stream().mapToInt(String::length).max().orElse(0));
    StringBuilder table = new StringBuilder(" ".repeat(width));
    for (String head : List.of("precision", "recall", "f1-score", "support")) {
      table.append(ConfusionMatrix.pad(head, NUMBER));
    }
    table.append("\n\n");
    for (int i = 0; i < labels.size(); i++) {
      line(table, ConfusionMatrix.pad(labels.get(i), width), row(i));
    }
    table
        .append('\n')
        .append(ConfusionMatrix.pad("accuracy", width))
        .append(" ".repeat(2 * NUMBER));
    table.append(number(accuracy())).append(number(matrix.total())).append('\n');
    line(table, ConfusionMatrix.pad("macro avg", width), macro());
    line(table, ConfusionMatrix.pad(AVERAGE, width), weighted());
    table.append("\nconfusion matrix: a row a true class, a column a predicted one\n");
    return table.append(matrix.table(labels)).toString();
  }

  private static void line(StringBuilder table, String label, Row row) {
    table.append(label).append(number(row.precision())).append(number(row.recall()));
    table.append(number(row.f1())).append(number(row.support())).append('\n');
  }

  private static String number(double value) {
    return ConfusionMatrix.pad(String.format(Locale.ROOT, "%.4f", value), NUMBER);
  }

  private static String number(long value) {
    return ConfusionMatrix.pad(Long.toString(value), NUMBER);
  }
}
