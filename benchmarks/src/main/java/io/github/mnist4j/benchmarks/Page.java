package io.github.mnist4j.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The page of a run's results. */
final class Page {
  private Page() {}

  /**
   * Writes the page.
   *
   * @param lines what else the run printed: probes, the ratio
   */
  static void write(
      Path file, Options options, Results results, List<Entry> entries, List<String> lines)
      throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Performance\n\n")
        .append(
            "Written by `benchmarks/`, not by hand; how to run it, and what is measured how, is")
        .append(" in [its README](../../benchmarks/README.md).\n\n");
    if (options.quick()) {
      text.append("**A quick run, to see that everything works: these numbers mean nothing.**\n\n");
    }
    text.append("- **When**: ").append(LocalDate.now()).append('\n');
    text.append("- **Where**: ").append(Machine.describe()).append('\n');
    text.append("- **How much**: ")
        .append(options.rounds())
        .append(" interleaved rounds, medians; ")
        .append(options.steps())
        .append(" steps a turn at batch 32, fewer at larger batches, at most ")
        .append(options.turnMillis() / 1000.0)
        .append(" s; epochs, memory and first answers with each one's best number of threads\n\n");
    text.append(
            "×: how many times ours. Of times, memory and downloads less is better, of images a")
        .append(" second more.\n\n");
    text.append(new Table(results, entries).markdown()).append('\n');
    text.append("```\n").append(String.join("\n", lines)).append("\n```\n\n");
    text.append("The probe says how the machine's processors scaled before and after. The ratio is")
        .append(
            " our step at batch 32 by the fastest peer's, each at its best number of threads.\n\n");
    text.append("## How each was used\n\n");
    for (Entry entry : entries) {
      String version = results.versions().get(entry.name());
      String missing = results.missing().get(entry.name());
      text.append("- **").append(entry.name()).append("**");
      if (version != null) {
        text.append(" (").append(version).append(')');
      }
      text.append(": ").append(entry.use());
      text.append(missing == null ? ".\n" : ". It failed in this run.\n");
    }
    if (file.getParent() != null) {
      Files.createDirectories(file.getParent());
    }
    Files.writeString(file, text);
  }
}
