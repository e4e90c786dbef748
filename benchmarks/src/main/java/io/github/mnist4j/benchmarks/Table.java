package io.github.mnist4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Results as rows of text: a line a measure, a column a contestant, in each cell the median and how
 * many times ours it is.
 */
final class Table {
  private final Results results;
  private final List<String> names;
  private final String ours;

  Table(Results results, List<Entry> entries) {
    this.results = results;
    names = entries.stream().map(Entry::name).filter(results.versions()::containsKey).toList();
    ours = entries.stream().filter(Entry::ours).map(Entry::name).findFirst().orElse("");
  }

  /** Returns the cells, the first row the heads of the columns. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("median"));
    head.addAll(names);
    rows.add(head);
    for (Measure measure : results.measures()) {
      List<String> row = new ArrayList<>(List.of(measure.name()));
      names.forEach(name -> row.add(cell(measure, name)));
      rows.add(row);
    }
    return rows;
  }

  private String cell(Measure measure, String name) {
    OptionalDouble number = results.median(measure, name);
    OptionalDouble own = results.median(measure, ours);
    if (number.isEmpty()) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%." + measure.digits() + "f", number.getAsDouble());
    return own.isEmpty() || !measure.compared()
        ? text
        : text + String.format(Locale.ROOT, " ×%.2f", number.getAsDouble() / own.getAsDouble());
  }

  /** Returns the table for a terminal. */
  String text() {
    List<List<String>> rows = rows();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        int column = i;
        int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(1);
        line.append(String.format(i == 0 ? "%-" + width + "s" : "  %" + width + "s", row.get(i)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** Returns the table in Markdown. */
  String markdown() {
    List<List<String>> rows = rows();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
      if (i == 0) {
        text.append("|---").append("|---:".repeat(rows.get(0).size() - 1)).append("|\n");
      }
    }
    return text.toString();
  }
}
