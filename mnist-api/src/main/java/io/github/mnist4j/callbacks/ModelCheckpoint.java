package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Saves the model, or its weights, behind each epoch, or where a value has become better.
 *
 * <pre>{@code
 * modelCheckpoint("best.keras").monitor("val_accuracy").saveBestOnly(true);
 * modelCheckpoint("runs/{epoch:02d}-{val_loss:.2f}.weights.h5");
 * }</pre>
 *
 * <p>A file's name has places for numbers as Python formats them: the epoch, counted from 1, the
 * batch where {@code saveFreq} is one, and what is logged. Folders are made; an older file is
 * replaced whole or not at all. What the best value was begins anew with each training; to go on
 * with an earlier one, say {@code initialValueThreshold}.
 *
 * @param filepath the file's name; it ends in {@code .keras} or {@code .h5}, or in {@code
 *     .weights.h5} for weights alone
 * @param monitor the value's name in logs; {@code val_loss}
 * @param verbose whether it is printed what is saved: 0 or 1; 0
 * @param saveBestOnly whether to save only where the value has become better; false
 * @param saveWeightsOnly whether to save weights alone; as the file's name says
 * @param mode which way is better; AUTO
 * @param saveFreq how many steps lie between two files; 0: an epoch. Logs are then of a part of an
 *     epoch, and those of the validation are not there
 * @param initialValueThreshold a value to be better than from the beginning; {@code null}
 */
public record ModelCheckpoint(
    String filepath,
    String monitor,
    int verbose,
    boolean saveBestOnly,
    boolean saveWeightsOnly,
    Mode mode,
    int saveFreq,
    @Nullable Double initialValueThreshold)
    implements Callback {
  private static final String OWNER = "ModelCheckpoint";
  private static final String WEIGHTS = ".weights.h5";

  /** Checks the ranges, and that the file's name can be used. */
  public ModelCheckpoint {
    Monitor.check(OWNER, monitor, mode, 0, verbose);
    Check.notNull(filepath, OWNER, "filepath");
    Check.atLeast(0, saveFreq, OWNER, "saveFreq");
    if (initialValueThreshold != null) {
      Check.finite(initialValueThreshold, OWNER, "initialValueThreshold");
    }
    boolean model =
        filepath.endsWith(".keras") || (filepath.endsWith(".h5") && !filepath.endsWith(WEIGHTS));
    if (saveWeightsOnly ? !filepath.endsWith(WEIGHTS) : !model) {
      throw Problem.of("ModelCheckpoint cannot save under this name")
          .expected(
              saveWeightsOnly
                  ? "a name that ends in .weights.h5, for weights alone"
                  : "a name that ends in .keras or .h5, for a whole model")
          .got(filepath)
          .see("checkpoint-file")
          .asIllegalArgument();
    }
    new FilePattern(filepath);
  }

  /** What is remembered of one training. */
  private static final class Run {
    private final FilePattern pattern;
    private final @Nullable Monitor monitor;
    private @Nullable Double best;
    private int epoch;
    private int batches;

    Run(FilePattern pattern, @Nullable Monitor monitor, @Nullable Double best) {
      this.pattern = pattern;
      this.monitor = monitor;
      this.best = best;
    }
  }

  private Run run(TrainingContext training) {
    return training.state(
        this,
        () ->
            new Run(
                new FilePattern(filepath),
                saveBestOnly ? new Monitor(training, OWNER, monitor, mode, 0) : null,
                initialValueThreshold));
  }

  @Override
  public void onTrainBegin(TrainingContext training) {
    run(training);
  }

  @Override
  public void onEpochBegin(TrainingContext training, int epoch) {
    run(training).epoch = epoch;
  }

  @Override
  public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
    Run run = run(training);
    if (saveFreq > 0 && ++run.batches >= saveFreq) {
      run.batches = 0;
      Map<String, Number> numbers = new TreeMap<>(Map.of("batch", batch + 1));
      save(training, run, logs, numbers);
    }
  }

  @Override
  public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
    if (saveFreq == 0) {
      save(training, run(training), logs, new TreeMap<>());
    }
  }

  private void save(
      TrainingContext training, Run run, Map<String, Double> logs, Map<String, Number> numbers) {
    numbers.put("epoch", run.epoch + 1);
    numbers.putAll(logs);
    String file = run.pattern.fill(numbers);
    if (!wanted(training, run, logs, file)) {
      return;
    }
    if (saveWeightsOnly) {
      training.saveWeights(Path.of(file));
    } else {
      training.save(Path.of(file));
    }
    say(training, run, "finished saving model to " + file);
  }

  private boolean wanted(TrainingContext training, Run run, Map<String, Double> logs, String file) {
    if (run.monitor == null) {
      say(training, run, "saving model to " + file);
      return true;
    }
    Double current = logs.get(monitor);
    if (current == null) {
      run.monitor.warn(
          String.format(
              "Can save best model only with %s available. Available metrics are: %s",
              monitor, String.join(",", logs.keySet())));
      return true;
    }
    String best = run.best == null ? "None" : PythonNumbers.fixed(run.best, 5);
    if (!run.monitor.improves(current, run.best)) {
      say(training, run, monitor + " did not improve from " + best);
      return false;
    }
    String better = PythonNumbers.fixed(current, 5);
    say(training, run, improved(best, better) + ", saving model to " + file);
    run.best = current;
    return true;
  }

  private String improved(String from, String to) {
    return monitor + " improved from " + from + " to " + to;
  }

  private void say(TrainingContext training, Run run, String text) {
    if (verbose > 0) {
      training.print("\nEpoch " + (run.epoch + 1) + ": " + text);
    }
  }

  /** Returns the same callback for another value. */
  public ModelCheckpoint monitor(String monitor) {
    return new ModelCheckpoint(
        filepath,
        monitor,
        verbose,
        saveBestOnly,
        saveWeightsOnly,
        mode,
        saveFreq,
        initialValueThreshold);
  }

  /** Returns the same callback that prints what it does (1), or does not (0). */
  public ModelCheckpoint verbose(int verbose) {
    return new ModelCheckpoint(
        filepath,
        monitor,
        verbose,
        saveBestOnly,
        saveWeightsOnly,
        mode,
        saveFreq,
        initialValueThreshold);
  }

  /** Returns the same callback that saves only what is better, or all. */
  public ModelCheckpoint saveBestOnly(boolean saveBestOnly) {
    return new ModelCheckpoint(
        filepath,
        monitor,
        verbose,
        saveBestOnly,
        saveWeightsOnly,
        mode,
        saveFreq,
        initialValueThreshold);
  }

  /** Returns the same callback that saves weights alone, or whole models. */
  public ModelCheckpoint saveWeightsOnly(boolean saveWeightsOnly) {
    return new ModelCheckpoint(
        filepath,
        monitor,
        verbose,
        saveBestOnly,
        saveWeightsOnly,
        mode,
        saveFreq,
        initialValueThreshold);
  }

  /** Returns the same callback with another word on which way is better. */
  public ModelCheckpoint mode(Mode mode) {
    return new ModelCheckpoint(
        filepath,
        monitor,
        verbose,
        saveBestOnly,
        saveWeightsOnly,
        mode,
        saveFreq,
        initialValueThreshold);
  }

  /** Returns the same callback that saves every so many steps; 0: every epoch. */
  public ModelCheckpoint saveFreq(int saveFreq) {
    return new ModelCheckpoint(
        filepath,
        monitor,
        verbose,
        saveBestOnly,
        saveWeightsOnly,
        mode,
        saveFreq,
        initialValueThreshold);
  }

  /** Returns the same callback with a value that has to be bettered. */
  public ModelCheckpoint initialValueThreshold(double initialValueThreshold) {
    return new ModelCheckpoint(
        filepath,
        monitor,
        verbose,
        saveBestOnly,
        saveWeightsOnly,
        mode,
        saveFreq,
        initialValueThreshold);
  }
}
