package io.github.mnist4j.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run measures.
 *
 * @param rounds how often each measurement is repeated
 * @param steps training steps a turn at batch 32; fewer at larger ones
 * @param batches images a training step
 * @param threads numbers of threads
 * @param epochs images of an epoch
 * @param turnMillis after which a slow contestant's turn may end sooner
 * @param contestants names of those that take part; empty: all there are
 * @param python the interpreter of the Python contestants; {@code null}: none of them
 * @param page where the generated page goes; {@code null}: the default
 * @param quick whether this is only to see that everything works
 */
record Options(
    int rounds,
    int steps,
    List<Integer> batches,
    List<Integer> threads,
    List<Integer> epochs,
    int turnMillis,
    List<String> contestants,
    @Nullable String python,
    @Nullable Path page,
    boolean quick) {
  static final String HELP =
      "options are --rounds N --steps N --threads 1,2 --contestants a,b --python[=INTERPRETER]"
          + " --page FILE --quick";

  private static Options defaults(boolean quick) {
    int processors = Runtime.getRuntime().availableProcessors();
    List<Integer> threads = processors > 1 ? List.of(1, 2) : List.of(1);
    List<Integer> batches = List.of(32, 128, 512);
    return quick
        ? new Options(2, 5, batches, threads, List.of(320, 1280), 300, List.of(), null, null, true)
        : new Options(
            7, 100, batches, threads, List.of(10_000, 60_000), 3000, List.of(), null, null, false);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if there is something else on it; the message lists what may
   *     be
   */
  static Options parse(String... args) {
    Options options = defaults(Arrays.asList(args).contains("--quick"));
    for (int i = 0; i < args.length; i++) {
      String[] parts = args[i].split("=", 2);
      String name = parts[0];
      boolean alone = name.equals("--quick") || name.equals("--python");
      if (!alone && parts.length == 1 && i + 1 == args.length) {
        throw new IllegalArgumentException(HELP + ", got " + Arrays.toString(args));
      }
      String value = parts.length == 2 ? parts[1] : alone ? "" : args[++i];
      options = options.with(name, value);
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--quick" -> this;
      case "--rounds" -> withCounts(number(value), steps, threads);
      case "--steps" -> withCounts(rounds, number(value), threads);
      case "--threads" ->
          withCounts(rounds, steps, Arrays.stream(value.split(",")).map(Options::number).toList());
      case "--contestants" -> withOthers(List.of(value.split(",")), python, page);
      case "--python" -> withOthers(contestants, value.isEmpty() ? "python3" : value, page);
      case "--page" -> withOthers(contestants, python, Path.of(value));
      default -> throw new IllegalArgumentException(HELP + ", got " + name);
    };
  }

  private static int number(String value) {
    int number = Integer.parseInt(value);
    if (number < 1) {
      throw new IllegalArgumentException("numbers are at least 1, got " + value);
    }
    return number;
  }

  private Options withCounts(int rounds, int steps, List<Integer> threads) {
    return new Options(
        rounds, steps, batches, threads, epochs, turnMillis, contestants, python, page, quick);
  }

  private Options withOthers(
      List<String> contestants, @Nullable String python, @Nullable Path page) {
    return new Options(
        rounds, steps, batches, threads, epochs, turnMillis, contestants, python, page, quick);
  }

  /** Returns the steps of a turn at a batch size: about as many images at each. */
  int steps(int batch) {
    return Math.max(2, steps * 32 / batch);
  }

  /** Returns how many rounds are not counted. */
  int warmUps() {
    return quick ? 1 : 2;
  }

  /** Returns how often an epoch is repeated: a short one oftener. */
  int repeats(int images) {
    return quick || images > 10_000 ? 1 : 3;
  }
}
