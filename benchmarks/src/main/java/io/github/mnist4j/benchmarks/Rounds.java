package io.github.mnist4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes the measurements: in short turns, one contestant after the other, and the whole again and
 * again, so that an hour at which the machine is slow is slow for all.
 */
final class Rounds {
  private static final int PREDICT_BATCH = 256;
  private static final int FIRST_ANSWERS = 5;
  private static final int TEST_IMAGES = 10_000;

  /** Threads that spin a while behind their work are to be quiet before the next one's turn. */
  private static final int PAUSE_MILLIS = 200;

  private final Home home;
  private final Options options;
  private final List<Entry> entries;
  private final Results results = new Results();

  Rounds(Home home, Options options, List<Entry> entries) {
    this.home = home;
    this.options = options;
    this.entries = new ArrayList<>(entries);
  }

  /** Something that one contestant does. */
  private interface Turn {
    void take(Entry entry) throws IOException;
  }

  /** Lets all take their turn; one that fails is out. */
  private void each(int round, Turn turn) {
    List<Entry> order = new ArrayList<>(entries);
    Collections.rotate(order, -round);
    for (Entry entry : order) {
      try {
        Thread.sleep(PAUSE_MILLIS);
        turn.take(entry);
      } catch (IOException e) {
        System.out.println(entry.name() + " is out: " + e.getMessage());
        results.missing(entry, String.valueOf(e.getMessage()));
        entries.remove(entry);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Measures everything. */
  Results run() {
    Map<Entry, Map<Integer, Child>> children = new LinkedHashMap<>();
    try {
      each(0, entry -> start(entry, children));
      for (int round = 0; round < options.warmUps(); round++) {
        say("warming up");
        turns(children, -1);
      }
      for (int round = 0; round < options.rounds(); round++) {
        say("round " + (round + 1) + " of " + options.rounds());
        turns(children, round);
      }
      epochs(children);
      each(0, entry -> save(entry, best(children, entry)));
    } finally {
      children.values().forEach(some -> some.values().forEach(Child::close));
    }
    memory();
    firstAnswers();
    for (Entry entry : entries) {
      if (!entry.isPython()) {
        try {
          results.add(Measure.download(), entry, home.download(entry) / 1e6);
        } catch (IOException e) {
          results.missing(entry, String.valueOf(e.getMessage()));
        }
      }
    }
    return results;
  }

  private void start(Entry entry, Map<Entry, Map<Integer, Child>> children) throws IOException {
    say("starting " + entry.name());
    Map<Integer, Child> own = new LinkedHashMap<>();
    children.put(entry, own);
    for (int threads : options.threads()) {
      Child child = new Child(home, entry, threads, new Child.Start(options.python(), null, true));
      own.put(threads, child);
      results.version(entry, child.greeting());
    }
  }

  private static Child child(Map<Entry, Map<Integer, Child>> children, Entry entry, int threads)
      throws IOException {
    Child child = children.getOrDefault(entry, Map.of()).get(threads);
    if (child == null) {
      throw new IOException("it was not started");
    }
    return child;
  }

  private Child best(Map<Entry, Map<Integer, Child>> children, Entry entry) throws IOException {
    return child(children, entry, results.bestThreads(options, entry.name()));
  }

  /** One round of all that is short; what comes of a negative one is forgotten. */
  private void turns(Map<Entry, Map<Integer, Child>> children, int round) {
    for (int batch : options.batches()) {
      for (int threads : options.threads()) {
        each(
            round,
            entry -> {
              double[] took = train(child(children, entry, threads), batch);
              keep(round, Measure.step(batch, threads), entry, took[1] / took[0] / 1e6);
            });
      }
    }
    neighbour(children, round);
    for (int threads : options.threads()) {
      each(
          round,
          entry -> {
            double[] took = predict(child(children, entry, threads));
            keep(round, Measure.predict(PREDICT_BATCH, threads), entry, took[0] / took[1] * 1e9);
          });
    }
    for (int threads : options.threads()) {
      each(
          round,
          entry -> {
            double nanos =
                child(children, entry, threads)
                    .numbers("latency", options.steps() * 20, options.turnMillis())[0];
            keep(round, Measure.latency(threads), entry, nanos / 1e3);
          });
    }
  }

  private double[] train(Child child, int batch) throws IOException {
    return child.numbers("train", batch, options.steps(batch), options.turnMillis());
  }

  private double[] predict(Child child) throws IOException {
    int batches = Math.max(2, options.steps() / 5);
    return child.numbers("predict", PREDICT_BATCH, batches * PREDICT_BATCH, options.turnMillis());
  }

  /** The last number of threads is the one that suffers most. */
  private void neighbour(Map<Entry, Map<Integer, Child>> children, int round) {
    int threads = options.threads().get(options.threads().size() - 1);
    int batch = options.batches().get(0);
    each(
        round,
        entry -> {
          Child child = child(children, entry, threads);
          double[] took = Probe.beside(() -> train(child, batch));
          keep(round, Measure.stepBesideNeighbour(batch, threads), entry, took[1] / took[0] / 1e6);
        });
  }

  private void keep(int round, Measure measure, Entry entry, double number) {
    if (round >= 0) {
      results.add(measure, entry, number);
    }
  }

  private void epochs(Map<Entry, Map<Integer, Child>> children) {
    for (int images : options.epochs()) {
      for (int round = 0; round < options.repeats(images); round++) {
        say("epoch of " + images);
        each(
            round,
            entry -> {
              double[] took = best(children, entry).numbers("epoch", images, 32);
              results.add(Measure.epoch(images), entry, took[0] / 1e9);
            });
      }
    }
  }

  private Path saved(Entry entry) throws IOException {
    return home.made("saved").resolve(entry.name());
  }

  private void save(Entry entry, Child child) throws IOException {
    results.add(Measure.accuracy(), entry, accuracy(child));
    child.ask("save", saved(entry));
  }

  private void memory() {
    int images = Collections.max(options.epochs());
    say("memory");
    each(
        0,
        entry -> {
          int threads = results.bestThreads(options, entry.name());
          try (Child child =
              new Child(home, entry, threads, new Child.Start(options.python(), null, false))) {
            child.ask("epoch", images, 32);
            results.add(Measure.memory(images), entry, child.numbers("memory")[0] / 1024);
          }
        });
  }

  private void firstAnswers() {
    for (int round = 0; round < (options.quick() ? 1 : FIRST_ANSWERS); round++) {
      int answers = round;
      say("first answers");
      each(
          round,
          entry -> {
            int threads = results.bestThreads(options, entry.name());
            try (Child child =
                new Child(
                    home, entry, threads, new Child.Start(options.python(), saved(entry), true))) {
              results.add(Measure.firstAnswer(), entry, child.firstAnswerNanos() / 1e9);
              if (answers == 0) {
                requireSame(entry, child);
              }
            }
          });
    }
  }

  /** A network that was saved and loaded must be the one it was, but for rounding. */
  private void requireSame(Entry entry, Child loaded) throws IOException {
    double before = results.median(Measure.accuracy(), entry.name()).orElseThrow();
    double after = accuracy(loaded);
    if (Math.abs(before - after) > 0.1) {
      throw new IOException(
          "its saved network recognizes " + after + " % and not " + before + " %");
    }
  }

  private static double accuracy(Child child) throws IOException {
    return 100 * child.numbers("accuracy", TEST_IMAGES)[0] / TEST_IMAGES;
  }

  private static void say(String what) {
    System.out.printf("%tT %s%n", System.currentTimeMillis(), what);
  }
}
