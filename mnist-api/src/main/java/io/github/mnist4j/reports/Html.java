package io.github.mnist4j.reports;

import io.github.mnist4j.plot.Plot;
import java.util.List;
import java.util.Locale;

/** Grows an HTML text; what comes from outside is escaped, whatever it is. */
final class Html {
  private final StringBuilder html = new StringBuilder();

  /** Adds what is HTML already and was made here. */
  Html raw(String trusted) {
    html.append(trusted);
    return this;
  }

  /** Adds a text. */
  Html text(String text) {
    html.append(escape(text));
    return this;
  }

  /** Adds an element that holds a text. */
  Html element(String tag, String text) {
    return raw("<" + tag + ">").text(text).raw("</" + tag + ">\n");
  }

  /** Begins a section with its heading. */
  Html section(String id, String heading) {
    return raw("<section id=\"" + id + "\">\n").element("h2", heading);
  }

  /** Ends a section. */
  Html endSection() {
    return raw("</section>\n");
  }

  /** Adds a picture, which a narrow screen may scroll. */
  Html figure(Plot plot) {
    return raw("<figure class=\"plot\">\n" + plot.toSvg() + "</figure>\n");
  }

  /** Begins a table with its heads; those behind the first are of numbers. */
  Html table(List<String> heads) {
    raw("<div class=\"scroll\"><table>\n<thead><tr>");
    heads.forEach(head -> raw("<th scope=\"col\">").text(head).raw("</th>"));
    return raw("</tr></thead>\n<tbody>\n");
  }

  /** Adds a row, its first cell a head. */
  Html row(String head, List<String> cells) {
    raw("<tr><th scope=\"row\">").text(head).raw("</th>");
    cells.forEach(cell -> raw("<td>").text(cell).raw("</td>"));
    return raw("</tr>\n");
  }

  /** Ends a table. */
  Html endTable() {
    return raw("</tbody></table></div>\n");
  }

  /** Begins what is shown when it is asked for. */
  Html details(String summary) {
    return raw("<details>").element("summary", summary);
  }

  /** Ends what is shown when it is asked for. */
  Html endDetails() {
    return raw("</details>\n");
  }

  @Override
  public String toString() {
    return html.toString();
  }

  /** Returns {@code 10,000}. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns {@code 99.06 %}; what is not all or nothing is not rounded to it. */
  static String percent(double part) {
    double rounded = Math.round(10_000 * part) / 100.0;
    if (rounded >= 100 && part < 1) {
      return "> 99.99 %";
    }
    if (rounded <= 0 && part > 0) {
      return "< 0.01 %";
    }
    return String.format(Locale.ROOT, "%.2f %%", rounded);
  }

  /** Returns four decimals, or four digits of what is very small or large. */
  static String number(double value) {
    double size = Math.abs(value);
    boolean plain = value == 0 || size >= 1e-3 && size < 1e6;
    return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", value);
  }

  /** Replaces what HTML keeps for itself, and what no text may hold. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isText(c) ? c : 0xfffd);
              }
            });
    return escaped.toString();
  }

  private static boolean isText(int c) {
    boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !lone && (!Character.isISOControl(c) || c == '\n' || c == '\t');
  }
}
