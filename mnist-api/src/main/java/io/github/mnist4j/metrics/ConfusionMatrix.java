package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How often samples of one class were taken for another: a row a true class, a column a predicted
 * one. Immutable; prints as a table.
 *
 * <pre>{@code
 * ConfusionMatrix matrix = model.evaluate(test).report().matrix();
 * long foursTakenForNines = matrix.count(4, 9);
 * }</pre>
 */
public final class ConfusionMatrix {
  private final int classes;
  private final long[] counts;

  private ConfusionMatrix(int classes, long[] counts) {
    this.classes = classes;
    this.counts = counts;
  }

  /**
   * Counts pairs of classes.
   *
   * <pre>{@code ConfusionMatrix.of(10, labels, model.predict(x).argmax())}</pre>
   *
   * @param classes how many classes there are, at least 1
   * @param truth the true class of each sample, 0 up to but not {@code classes}
   * @param predicted the predicted class of each sample, likewise
   * @throws io.github.mnist4j.errors.DataException if their numbers differ, or one is no class
   */
  public static ConfusionMatrix of(int classes, int[] truth, int[] predicted) {
    Check.atLeast(1, classes, "ConfusionMatrix", "classes");
    if (truth.length != predicted.length) {
      throw Problem.of("true and predicted classes are not of the same number")
          .expected("a predicted class for each of " + truth.length + " true ones")
          .got(predicted.length + " predicted ones")
          .see("rows-differ")
          .asDataException();
    }
    long[] counts = new long[Math.multiplyExact(classes, classes)];
    for (int i = 0; i < truth.length; i++) {
      counts[
          requireClass(classes, truth[i], i) * classes + requireClass(classes, predicted[i], i)]++;
    }
    return new ConfusionMatrix(classes, counts);
  }

  private static int requireClass(int classes, int label, int row) {
    if (label < 0 || label >= classes) {
      throw Problem.of("there is no such class")
          .expected("classes from 0 to " + (classes - 1))
          .got("class " + label + " in row " + row)
          .see("labels-out-of-range")
          .asDataException();
    }
    return label;
  }

  /**
   * Takes counts.
   *
   * @param classes how many classes there are, at least 1
   * @param counts {@code classes · classes} numbers of 0 or more, row by row; copied
   */
  public static ConfusionMatrix ofCounts(int classes, long... counts) {
    Check.atLeast(1, classes, "ConfusionMatrix", "classes");
    boolean good = counts.length == (long) classes * classes;
    if (!good || Arrays.stream(counts).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "ConfusionMatrix: counts must be " + (long) classes * classes + " numbers of 0 or more");
    }
    return new ConfusionMatrix(classes, counts.clone());
  }

  /** Returns how many classes there are. */
  public int classes() {
    return classes;
  }

  /**
   * Returns how many samples of one class were taken for another.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public long count(int truth, int predicted) {
    Objects.checkIndex(truth, classes);
    return counts[truth * classes + Objects.checkIndex(predicted, classes)];
  }

  /** Returns how many samples are of a class. */
  public long support(int truth) {
    long sum = 0;
    for (int j = 0; j < classes; j++) {
      sum += count(truth, j);
    }
    return sum;
  }

  /** Returns how many samples were taken for a class. */
  public long predicted(int predicted) {
    long sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += count(i, predicted);
    }
    return sum;
  }

  /** Returns how many samples there are. */
  public long total() {
    return Arrays.stream(counts).sum();
  }

  /** Returns how many samples were taken for what they are. */
  public long correct() {
    long sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += count(i, i);
    }
    return sum;
  }

  /** Returns precision, recall and their like. */
  public ClassificationReport report() {
    return new ClassificationReport(this, List.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionMatrix that
        && classes == that.classes
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * classes + Arrays.hashCode(counts);
  }

  /** Returns a table: a row a true class, a column a predicted one. */
  @Override
  public String toString() {
    return table(IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  String table(List<String> names) {
    int label = names.stream().mapToInt(String::length).max().orElse(0);
    long most = Arrays.stream(counts).max().orElse(0);
    int column = 2 + Math.max(label, Long.toString(most).length());
    StringBuilder table = new StringBuilder(" ".repeat(label));
    names.forEach(name -> table.append(pad(name, column)));
    for (int i = 0; i < classes; i++) {
      table.append('\n').append(pad(names.get(i), label));
      for (int j = 0; j < classes; j++) {
        table.append(pad(Long.toString(count(i, j)), column));
      }
    }
    return table.append('\n').toString();
  }

  static String pad(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
