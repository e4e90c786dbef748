package io.github.mnist4j.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** What was measured: numbers by measure and contestant, one a round. */
final class Results {
  private final Map<Measure, Map<String, List<Double>>> numbers = new LinkedHashMap<>();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final Map<String, String> missing = new TreeMap<>();

  void add(Measure measure, Entry entry, double number) {
    numbers
        .computeIfAbsent(measure, m -> new LinkedHashMap<>())
        .computeIfAbsent(entry.name(), n -> new ArrayList<>())
        .add(number);
  }

  void version(Entry entry, String version) {
    versions.put(entry.name(), version);
  }

  /** Notes that a contestant could not be measured, and why. */
  void missing(Entry entry, String reason) {
    missing.putIfAbsent(entry.name(), reason);
  }

  /** Returns versions by contestant's name, in order. */
  Map<String, String> versions() {
    return versions;
  }

  /** Returns reasons by the name of a contestant that failed. */
  Map<String, String> missing() {
    return missing;
  }

  Set<Measure> measures() {
    return numbers.keySet();
  }

  /** Returns the median over the rounds. */
  OptionalDouble median(Measure measure, String name) {
    double[] sorted =
        numbers.getOrDefault(measure, Map.of()).getOrDefault(name, List.of()).stream()
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
  }

  /** Returns the number of threads with which a contestant's step at batch 32 was fastest. */
  int bestThreads(Options options, String name) {
    int best = options.threads().get(0);
    for (int threads : options.threads()) {
      best = step(options, name, threads) < step(options, name, best) ? threads : best;
    }
    return best;
  }

  private double step(Options options, String name, int threads) {
    return median(Measure.step(options.batches().get(0), threads), name)
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Returns the best step at batch 32; infinite where there is none. */
  double bestStep(Options options, String name) {
    return step(options, name, bestThreads(options, name));
  }
}
