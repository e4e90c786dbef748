package io.github.mnist4j;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a report's page holds, for tests. */
final class ReportPages {
  private static final List<String> VOID = List.of("meta", "br", "img");

  private ReportPages() {}

  /** Returns the page without style and markup, each run of white space one blank. */
  static String text(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", " ")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  /** Returns the headings of sections. */
  static List<String> headings(String html) {
    Matcher matcher = Pattern.compile("<h2>(.*?)</h2>").matcher(html);
    List<String> headings = new ArrayList<>();
    while (matcher.find()) {
      headings.add(matcher.group(1));
    }
    return headings;
  }

  /** Returns how often a pattern occurs. */
  static long count(String html, String pattern) {
    return Pattern.compile(pattern).matcher(html).results().count();
  }

  /** Requires that each element that is opened is closed, in order. */
  static void requireBalanced(String html) {
    List<String> open = new ArrayList<>();
    String body = html.replaceAll("(?s)<style>.*?</style>", "").replace("<!DOCTYPE html>", "");
    Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)[^>]*?(/?)>").matcher(body);
    while (tags.find()) {
      if (!tags.group(1).isEmpty()) {
        String last = open.isEmpty() ? "nothing" : open.remove(open.size() - 1);
        if (!last.equals(tags.group(2))) {
          throw new AssertionError("</" + tags.group(2) + "> closes " + last);
        }
      } else if (tags.group(3).isEmpty() && !VOID.contains(tags.group(2))) {
        open.add(tags.group(2));
      }
    }
    if (!open.isEmpty()) {
      throw new AssertionError("not closed: " + open);
    }
  }
}
