package io.github.mnist4j.reports;

import static io.github.mnist4j.reports.Html.count;
import static io.github.mnist4j.reports.Html.number;
import static io.github.mnist4j.reports.Html.percent;

import io.github.mnist4j.metrics.ClassificationReport;
import io.github.mnist4j.metrics.ConfusionMatrix;
import io.github.mnist4j.plot.Plots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which class is taken for which, and how well each is known. */
final class ClassSections {
  private static final int MOST_PAIRS = 10;

  /** Beyond, a table of all pairs is nothing to read. */
  private static final int MOST_CLASSES_IN_TABLE = 30;

  private ClassSections() {}

  private record Pair(int truth, int predicted, long count) {}

  static void confusion(Html html, Contents contents) {
    ConfusionMatrix matrix = contents.classes().matrix();
    html.section("confusion", "Which class is taken for which");
    html.raw("<div class=\"figures\">\n").figure(Plots.confusion(matrix, contents.classNames()));
    List<Pair> pairs = pairs(matrix);
    html.raw("<div>\n");
    if (pairs.isEmpty()) {
      html.element("p", "No sample was taken for what it is not.");
    } else {
      html.element("h3", "The most frequent mistakes");
      html.table(List.of("true class", "taken for", "times", "of its class"));
      for (Pair pair : pairs) {
        html.row(
            contents.name(pair.truth()),
            List.of(
                contents.name(pair.predicted()),
                count(pair.count()),
                percent((double) pair.count() / matrix.support(pair.truth()))));
      }
      html.endTable();
    }
    html.raw("</div>\n</div>\n");
    if (matrix.classes() <= MOST_CLASSES_IN_TABLE) {
      numbers(html, contents, matrix);
    }
    html.endSection();
  }

  private static List<Pair> pairs(ConfusionMatrix matrix) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < matrix.classes(); i++) {
      for (int j = 0; j < matrix.classes(); j++) {
        if (i != j && matrix.count(i, j) > 0) {
          pairs.add(new Pair(i, j, matrix.count(i, j)));
        }
      }
    }
    return pairs.stream()
        .sorted(Comparator.comparingLong(Pair::count).reversed())
        .limit(MOST_PAIRS)
        .toList();
  }

  private static void numbers(Html html, Contents contents, ConfusionMatrix matrix) {
    html.details("The matrix in numbers: a row a true class, a column a predicted one");
    List<String> heads = new ArrayList<>(List.of("true class"));
    heads.addAll(contents.classNames());
    html.table(heads);
    for (int i = 0; i < matrix.classes(); i++) {
      List<String> cells = new ArrayList<>();
      for (int j = 0; j < matrix.classes(); j++) {
        cells.add(count(matrix.count(i, j)));
      }
      html.row(contents.name(i), cells);
    }
    html.endTable().endDetails();
  }

  static void classes(Html html, Contents contents) {
    ClassificationReport report = contents.classes();
    html.section("classes", "How well each class is known");
    html.element(
        "p",
        "Precision: of what was taken for the class, the part that is of it. Recall: of what is of"
            + " the class, the part that was taken for it. F1: the harmonic mean of both.");
    html.table(List.of("class", "precision", "recall", "F1", "samples"));
    for (int i = 0; i < report.matrix().classes(); i++) {
      html.row(contents.name(i), cells(report.row(i)));
    }
    html.row("mean of classes", cells(report.macro()));
    html.row("mean of samples", cells(report.weighted()));
    html.endTable().endSection();
  }

  private static List<String> cells(ClassificationReport.Row row) {
    return List.of(
        number(row.precision()), number(row.recall()), number(row.f1()), count(row.support()));
  }
}
