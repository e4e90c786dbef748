package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a row of comma-separated values behind each epoch: the epoch, counted from 0, and what was
 * logged.
 *
 * <pre>{@code csvLogger(Path.of("log.csv"))}</pre>
 *
 * <p>The columns are what the first epoch logged, by the alphabet; where that has no validation,
 * columns for one are kept. A value that is not there is {@code NA}. Each row is on the disk when
 * the next epoch begins. Where rows are added to a file, its own columns stay.
 *
 * @param filename the file; folders are made
 * @param separator what stands between two values: one character; a comma
 * @param append whether rows are added to a file that is there; false: it is replaced
 */
public record CSVLogger(Path filename, String separator, boolean append) implements Callback {
  private static final Logger LOG = System.getLogger(Callback.class.getName());
  private static final String END = "\r\n";

  /** Checks that all is there. */
  public CSVLogger {
    Check.notNull(filename, "CSVLogger", "filename");
    if (separator.length() != 1 || "\"\r\n".contains(separator)) {
      throw new IllegalArgumentException(
          "CSVLogger: separator must be one character and no quote, got '" + separator + "'");
    }
  }

  /** What is remembered of one training. */
  private static final class Run {
    private @Nullable List<String> columns;
  }

  private Run run(TrainingContext training) {
    return training.state(this, Run::new);
  }

  @Override
  public void onTrainBegin(TrainingContext training) {
    try {
      Files.createDirectories(filename.toAbsolutePath().getParent());
      if (append && Files.exists(filename)) {
        run(training).columns = columns();
        endRow();
      } else {
        Files.write(filename, new byte[0]);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Returns the columns of the file as it is, or {@code null} where it has no header. */
  private @Nullable List<String> columns() throws IOException {
    try (Stream<String> lines = Files.lines(filename)) {
      String header = lines.findFirst().orElse("");
      if (header.isEmpty()) {
        return null;
      }
      List<String> columns = new ArrayList<>();
      String quote = Pattern.quote(separator);
      for (String cell : header.split(quote + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        columns.add(quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell);
      }
      return columns;
    }
  }

  /** A row that was cut off must not run into the next one. */
  private void endRow() throws IOException {
    byte[] text = Files.readAllBytes(filename);
    if (text.length > 0 && text[text.length - 1] != '\n') {
      Files.writeString(filename, END, StandardOpenOption.APPEND);
    }
  }

  @Override
  public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
    Run run = run(training);
    StringBuilder text = new StringBuilder();
    if (run.columns == null) {
      run.columns = columns(logs);
      text.append(row(run.columns));
    }
    List<String> columns = run.columns;
    warnOfLost(columns, logs);
    text.append(
        row(
            columns.stream()
                .map(
                    name ->
                        name.equals("epoch")
                            ? Integer.toString(epoch)
                            : logs.containsKey(name) ? PythonNumbers.repr(logs.get(name)) : "NA")
                .toList()));
    try {
      Files.writeString(
          filename,
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static List<String> columns(Map<String, Double> logs) {
    List<String> columns = new ArrayList<>(new TreeSet<>(logs.keySet()));
    if (columns.stream().noneMatch(name -> name.startsWith("val_"))) {
      columns.addAll(columns.stream().map(name -> "val_" + name).toList());
    }
    columns.add(0, "epoch");
    return columns;
  }

  private void warnOfLost(List<String> columns, Map<String, Double> logs) {
    String lost =
        logs.keySet().stream()
            .filter(name -> !columns.contains(name))
            .collect(Collectors.joining(", "));
    if (!lost.isEmpty()) {
      LOG.log(Level.WARNING, "{0} has no column for {1}", filename, lost);
    }
  }

  private String row(List<String> cells) {
    return cells.stream().map(this::cell).collect(Collectors.joining(separator)) + END;
  }

  private String cell(String text) {
    boolean plain =
        !text.contains(separator)
            && !text.contains("\"")
            && !text.contains("\r")
            && !text.contains("\n");
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("cannot write " + filename + ": " + e.getMessage(), e);
  }

  /** Returns the same callback with another character between two values. */
  public CSVLogger separator(String separator) {
    return new CSVLogger(filename, separator, append);
  }

  /** Returns the same callback that adds rows to a file that is there, or replaces it. */
  public CSVLogger append(boolean append) {
    return new CSVLogger(filename, separator, append);
  }
}
