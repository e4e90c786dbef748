package io.github.mnist4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A contestant's process; it works only while a command is answered. */
final class Child implements AutoCloseable {
  private static final String END = "";
  private static final int PATIENCE_MINUTES = 30;

  private final Process process;
  private final Writer commands;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final Path log;
  private final String greeting;
  private final long firstAnswerNanos;

  /**
   * How a contestant is started.
   *
   * @param python the interpreter for those that need one
   * @param saved a folder of a network that it saved, to be loaded and asked at once; or {@code
   *     null}
   * @param memoryKept whether peers keep the memory they free
   */
  record Start(@Nullable String python, @Nullable Path saved, boolean memoryKept) {}

  /** Starts a contestant and waits for its first answer. */
  Child(Home home, Entry entry, int threads, Start how) throws IOException {
    List<String> command =
        new ArrayList<>(
            home.command(entry, threads, how.python() == null ? "python3" : how.python()));
    command.add(home.digits().toString());
    command.add("" + threads);
    if (how.saved() != null) {
      command.add(how.saved().toString());
    }
    log = home.made("logs").resolve(entry.name() + "-" + threads + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
    if (entry.ours()) {
      // What some build machines set for other libraries' sake, and a user has not.
      builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
    }
    if (how.memoryKept() && !entry.ours()) {
      builder.environment().putAll(Entry.MEMORY_KEPT);
    }
    entry
        .environment()
        .forEach(
            (name, value) ->
                builder.environment().put(name, value.replace(Entry.THREADS, "" + threads)));
    long start = System.nanoTime();
    process = builder.start();
    commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread listener = new Thread(this::listen, "listener-" + entry.name());
    listener.setDaemon(true);
    listener.start();
    greeting = answer();
    firstAnswerNanos = System.nanoTime() - start;
  }

  private void listen() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("= ")) {
          answers.add(line.substring(2));
        }
      }
    } catch (IOException e) {
      // The process is gone; so say the next lines.
    } finally {
      answers.add(END);
    }
  }

  private String answer() throws IOException {
    try {
      String answer = answers.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (answer == null) {
        throw new IOException(new TimeoutException("no answer, see " + log));
      }
      if (answer.equals(END)) {
        throw new IOException("it ended, see " + log);
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Returns what it said first: its version, or which digit it saw. */
  String greeting() {
    return greeting;
  }

  /** Returns the time from the start of the process to its first answer. */
  long firstAnswerNanos() {
    return firstAnswerNanos;
  }

  /** Gives a command and waits for its answer. */
  String ask(Object... words) throws IOException {
    StringBuilder line = new StringBuilder();
    for (Object word : words) {
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    commands.write(line.append('\n').toString());
    commands.flush();
    return answer();
  }

  /** Gives a command and returns the numbers of its answer. */
  double[] numbers(Object... words) throws IOException {
    String[] parts = ask(words).split(" ");
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  @Override
  public void close() {
    try {
      commands.close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
