package io.github.mnist4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Runs this library and its peers side by side and prints what they took; see the README beside
 * this module.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs everything. */
  public static void main(String... args) throws IOException {
    Options options = Options.parse(args);
    Home home = Home.ofSystem();
    List<Entry> entries = entries(options);
    home.digits();

    String before = Probe.run();
    System.out.println(before);
    Results results = new Rounds(home, options, entries).run();
    String after = Probe.run();

    String last = "ratio to best peer: " + ratio(options, results, entries);
    Path page = page(options, home);
    Page.write(page, options, results, entries, List.of(before, after, last));
    System.out.println();
    System.out.println(Machine.describe());
    results.versions().forEach((name, version) -> System.out.println(name + ": " + version));
    System.out.println();
    System.out.print(new Table(results, entries).text());
    results.missing().forEach((name, why) -> System.out.println(name + " failed: " + why));
    System.out.println("page: " + page);
    System.out.println(before + " (before)");
    System.out.println(after + " (after)");
    System.out.println(last);
  }

  private static List<Entry> entries(Options options) {
    List<String> known = Entry.ALL.stream().map(Entry::name).toList();
    for (String name : options.contestants()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException("contestants are " + known + ", got " + name);
      }
    }
    return Entry.ALL.stream()
        .filter(entry -> options.python() != null || !entry.isPython())
        .filter(
            entry ->
                options.contestants().isEmpty() || options.contestants().contains(entry.name()))
        .toList();
  }

  private static Path page(Options options, Home home) throws IOException {
    if (options.page() != null) {
      return options.page().toAbsolutePath();
    }
    boolean whole = !options.quick() && options.contestants().isEmpty();
    return whole
        ? home.folder().resolveSibling("docs/reference/performance.md")
        : home.made("results").resolve("performance.md");
  }

  private static String ratio(Options options, Results results, List<Entry> entries) {
    double ours = best(options, results, entries, true);
    double peer = best(options, results, entries, false);
    return Double.isInfinite(ours) || Double.isInfinite(peer)
        ? "none"
        : String.format(Locale.ROOT, "%.2f", ours / peer);
  }

  private static double best(Options options, Results results, List<Entry> entries, boolean ours) {
    return entries.stream()
        .filter(entry -> entry.ours() == ours)
        .mapToDouble(entry -> results.bestStep(options, entry.name()))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
