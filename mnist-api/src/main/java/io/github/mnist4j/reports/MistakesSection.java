package io.github.mnist4j.reports;

import static io.github.mnist4j.reports.Html.count;
import static io.github.mnist4j.reports.Html.percent;

import io.github.mnist4j.evaluation.Mistake;
import io.github.mnist4j.plot.Plots;
import java.util.List;

/** Where the network was most sure and wrong. */
final class MistakesSection {
  private MistakesSection() {}

  static void write(Html html, Contents contents) {
    html.section("mistakes", "The most confident mistakes");
    int all = contents.predictions().mistakes().size();
    List<Contents.Shown> shown = contents.mistakes();
    if (all == 0) {
      html.element("p", "There is none: each sample was taken for what it is.");
    } else {
      html.element("p", introduction(all, shown.size()));
    }
    if (!shown.isEmpty()) {
      if (shown.get(0).image() != null) {
        grid(html, contents);
      } else {
        table(html, contents);
      }
    }
    html.endSection();
  }

  private static String introduction(int all, int shown) {
    String which =
        shown == all
            ? all == 1 ? "The only one" : "All " + count(all)
            : count(shown) + " of " + count(all);
    return which
        + ", the surest first: the true class, what it was taken for, and how sure the network was."
        + " Some may be mistakes of the labels.";
  }

  private static void grid(Html html, Contents contents) {
    html.raw("<div class=\"mistakes\">\n");
    for (Contents.Shown each : contents.mistakes()) {
      Mistake mistake = each.mistake();
      if (each.image() == null) {
        continue;
      }
      html.raw("<figure" + (each.grey() ? " class=\"grey\"" : "") + ">\n");
      html.raw(Plots.image(each.image()).toSvg()).raw("<figcaption>");
      html.raw("<span class=\"pair\"><b>").text(contents.name(mistake.label()));
      html.raw("</b> → <i>").text(contents.name(mistake.predicted())).raw("</i></span> ");
      html.raw("<small>").text(percent(mistake.confidence())).raw("</small> ");
      html.raw("<small>").text("row " + mistake.row()).raw("</small>");
      html.raw("</figcaption></figure>\n");
    }
    html.raw("</div>\n");
  }

  private static void table(Html html, Contents contents) {
    html.table(List.of("row", "true class", "taken for", "confidence"));
    for (Contents.Shown each : contents.mistakes()) {
      Mistake mistake = each.mistake();
      html.row(
          Integer.toString(mistake.row()),
          List.of(
              contents.name(mistake.label()),
              contents.name(mistake.predicted()),
              percent(mistake.confidence())));
    }
    html.endTable();
  }
}
