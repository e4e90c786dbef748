package io.github.mnist4j.reports;

import static io.github.mnist4j.reports.Html.count;
import static io.github.mnist4j.reports.Html.number;
import static io.github.mnist4j.reports.Html.percent;

import io.github.mnist4j.evaluation.McNemar;
import java.util.List;

/** Another model on the same samples. */
final class ComparisonSection {
  private static final String THIS = "this model";

  private ComparisonSection() {}

  static void write(Html html, Contents contents, Contents.Comparison comparison) {
    McNemar test = comparison.test();
    html.section("comparison", "Beside " + comparison.name());
    html.element("p", test.sentence(THIS, comparison.name()));
    html.table(List.of("model", "accuracy", "loss"));
    html.row(
        THIS,
        List.of(
            percent(contents.predictions().accuracy()),
            number(contents.values().getOrDefault("loss", Double.NaN))));
    html.row(comparison.name(), List.of(percent(comparison.accuracy()), number(comparison.loss())));
    html.endTable();
    html.table(List.of("samples", "number"));
    html.row("both know", List.of(count(test.both())));
    html.row("only " + THIS + " knows", List.of(count(test.onlyFirst())));
    html.row("only " + comparison.name() + " knows", List.of(count(test.onlySecond())));
    html.row("neither knows", List.of(count(test.neither())));
    html.endTable();
    html.element(
        "p",
        "McNemar's test of the samples that only one of them knows: exact p "
            + number(test.pValue())
            + "; by chi-square with correction for continuity "
            + number(test.chiSquare())
            + ", p "
            + number(test.chiSquarePValue())
            + ". A small p says that models that are alike would hardly differ so much; it does not"
            + " say by how much one is better.");
    html.endSection();
  }
}
