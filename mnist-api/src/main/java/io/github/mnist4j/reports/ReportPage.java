package io.github.mnist4j.reports;

import static io.github.mnist4j.reports.Html.count;
import static io.github.mnist4j.reports.Html.number;
import static io.github.mnist4j.reports.Html.percent;

import io.github.mnist4j.plot.Panel;
import io.github.mnist4j.plot.Plots;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Writes a report as one HTML page, which asks nothing of any network. */
public final class ReportPage {
  /** Has a browser refuse all that is not in the page itself. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private final Contents contents;
  private final Html html = new Html();

  private ReportPage(Contents contents) {
    this.contents = contents;
  }

  /** Returns the whole page. */
  public static String of(Contents contents) {
    return new ReportPage(contents).write();
  }

  private String write() {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
    html.element("title", contents.title());
    html.raw("<style>\n" + style() + "</style>\n</head>\n<body>\n");
    header();
    html.raw("<main>\n");
    if (!contents.curves().isEmpty()) {
      curves();
    }
    ClassSections.confusion(html, contents);
    MistakesSection.write(html, contents);
    ClassSections.classes(html, contents);
    CalibrationSection.write(html, contents);
    if (contents.comparison() != null) {
      ComparisonSection.write(html, contents, contents.comparison());
    }
    network();
    html.raw("</main>\n<footer>Made by Mnist4J; all of it is in this file.</footer>\n");
    return html.raw("</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void header() {
    var predictions = contents.predictions();
    html.raw("<header>\n").element("h1", contents.title()).raw("<dl class=\"facts\">\n");
    fact("accuracy", percent(predictions.accuracy()));
    fact("loss", number(contents.values().getOrDefault("loss", Double.NaN)));
    fact("samples", count(predictions.size()));
    fact("mistakes", count(predictions.mistakes().size()));
    fact("calibration error", number(contents.calibration().expectedError()));
    fact("parameters", count(contents.network().params()));
    html.raw("</dl>\n<nav>");
    if (!contents.curves().isEmpty()) {
      link("curves", "Learning curves");
    }
    link("confusion", "Confusion");
    link("mistakes", "Mistakes");
    link("classes", "Classes");
    link("calibration", "Calibration");
    if (contents.comparison() != null) {
      link("comparison", "Comparison");
    }
    link("network", "Network");
    html.raw("</nav>\n</header>\n");
  }

  private void fact(String name, String value) {
    html.raw("<div>").element("dt", name).element("dd", value).raw("</div>\n");
  }

  private void link(String id, String text) {
    html.raw("<a href=\"#" + id + "\">").text(text).raw("</a> ");
  }

  private void curves() {
    html.section("curves", "Learning curves").raw("<div class=\"figures\">\n");
    for (Panel panel : contents.curves()) {
      html.figure(Plots.curves(panel));
    }
    html.raw("</div>\n").endSection();
  }

  private void network() {
    Contents.Network network = contents.network();
    html.section("network", "Network");
    html.raw("<p>");
    html.text(
        network.name()
            + ": "
            + network.layers().size()
            + " layers, "
            + count(network.params())
            + " parameters; samples of shape "
            + network.input()
            + "; trained on the loss "
            + network.loss()
            + ".");
    html.raw("</p>\n").table(List.of("On these samples", "value"));
    contents.values().forEach((name, value) -> html.row(name, List.of(number(value))));
    html.endTable().details("Layers");
    html.table(List.of("Layer", "type", "output", "parameters"));
    for (Contents.NetworkLayer layer : network.layers()) {
      html.row(layer.name(), List.of(layer.type(), layer.output(), count(layer.params())));
    }
    html.endTable().endDetails().endSection();
  }
}
