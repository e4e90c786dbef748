package io.github.mnist4j.benchmarks.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.IntFunction;

/**
 * A contestant's side of the talk: reads a command a line, answers with a line that begins with
 * {@code =}. What a framework prints by itself goes to standard error.
 *
 * <pre>
 * train BATCH STEPS MILLIS    = steps done, nanoseconds
 * epoch IMAGES BATCH          = nanoseconds
 * predict BATCH IMAGES MILLIS = images done, nanoseconds
 * latency TIMES MILLIS        = median nanoseconds of one image
 * accuracy IMAGES             = how many of the first test images are recognized
 * save FOLDER                 = ok
 * memory                      = greatest resident kilobytes so far
 * </pre>
 */
public final class Answers {
  private static final int CLASSES = 10;

  private final Digits test;
  private final PrintStream out;

  private Answers(Digits test, PrintStream out) {
    this.test = test;
    this.out = out;
  }

  /**
   * Runs a contestant until its input ends.
   *
   * @param args the folder of the digits, the number of threads, and perhaps the folder of a saved
   *     network: that is then loaded and asked for the first test image before anything else is
   *     read
   * @param contestant makes one, for a number of threads
   */
  public static void run(String[] args, IntFunction<Contestant> contestant) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err);
    Digits test = Digits.test(Path.of(args[0]));
    try (Contestant made = contestant.apply(Integer.parseInt(args[1]))) {
      Answers answers = new Answers(test, out);
      if (args.length > 2) {
        made.load(Path.of(args[2]));
        answers.say(String.valueOf(greatest(made.predict(test.only(0), 1), 0)));
      } else {
        answers.say(made.version());
      }
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        answers.answer(made, line.split(" "));
      }
    }
  }

  /** Returns the version that an artifact's jar says it has. */
  public static String version(String group, String artifact) {
    Properties properties = new Properties();
    String name = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream in = Answers.class.getResourceAsStream(name)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "(version unknown)");
  }

  private void answer(Contestant contestant, String[] words) throws IOException {
    switch (words[0]) {
      case "train" -> say(contestant.train(number(words[1]), number(words[2]), nanos(words[3])));
      case "epoch" -> say("" + contestant.epoch(number(words[1]), number(words[2])));
      case "predict" -> say(predict(contestant, number(words[1]), number(words[2]), words[3]));
      case "latency" -> say("" + latency(contestant, number(words[1]), words[2]));
      case "accuracy" -> say("" + hits(contestant, number(words[1])));
      case "save" -> {
        contestant.save(Files.createDirectories(Path.of(words[1])));
        say("ok");
      }
      case "memory" -> say("" + greatestResident());
      default -> throw new IllegalArgumentException("no such command: " + words[0]);
    }
  }

  private void say(Contestant.Timed timed) {
    say(timed.count() + " " + timed.nanos());
  }

  private void say(String text) {
    out.println("= " + text);
    out.flush();
  }

  private static int number(String word) {
    return Integer.parseInt(word);
  }

  private static long nanos(String millis) {
    return Long.parseLong(millis) * 1_000_000;
  }

  private Contestant.Timed predict(Contestant contestant, int batch, int images, String millis) {
    float[] x = new float[batch * Digits.PIXELS];
    long start = System.nanoTime();
    int done = 0;
    while (done < images && (done == 0 || System.nanoTime() - start < nanos(millis))) {
      test.fill(done, batch, x);
      contestant.predict(x, batch);
      done += batch;
    }
    return new Contestant.Timed(done, System.nanoTime() - start);
  }

  private long latency(Contestant contestant, int times, String millis) {
    float[] x = new float[Digits.PIXELS];
    long[] took = new long[times];
    long begin = System.nanoTime();
    int done = 0;
    while (done < times && (done == 0 || System.nanoTime() - begin < nanos(millis))) {
      long start = System.nanoTime();
      test.fill(done, 1, x);
      contestant.predict(x, 1);
      took[done++] = System.nanoTime() - start;
    }
    long[] sorted = Arrays.copyOf(took, done);
    Arrays.sort(sorted);
    return sorted[done / 2];
  }

  private int hits(Contestant contestant, int images) {
    int batch = 100;
    float[] x = new float[batch * Digits.PIXELS];
    int hits = 0;
    for (int from = 0; from < images; from += batch) {
      test.fill(from, batch, x);
      float[] logits = contestant.predict(x, batch);
      for (int i = 0; i < batch; i++) {
        hits += greatest(logits, i) == test.label(from + i) ? 1 : 0;
      }
    }
    return hits;
  }

  private static int greatest(float[] logits, int image) {
    int best = 0;
    for (int j = 1; j < CLASSES; j++) {
      best = logits[image * CLASSES + j] > logits[image * CLASSES + best] ? j : best;
    }
    return best;
  }

  private static long greatestResident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
