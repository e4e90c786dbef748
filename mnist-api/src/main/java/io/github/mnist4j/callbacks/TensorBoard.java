package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes curves for TensorBoard: {@code tensorboard --logdir logs} shows them while the training
 * runs.
 *
 * <pre>{@code model.fit(train, epochs(10).callbacks(tensorBoard(Path.of("logs/run1"))))}</pre>
 *
 * <p>The names are Keras': in {@code train/}, {@code epoch_loss}, {@code epoch_learning_rate} and a
 * curve a metric over the epochs, counted from 0; in {@code validation/}, the same of the
 * validation, and {@code evaluation_loss_vs_iterations} over the optimizer's steps. With {@code
 * updateFreq}, {@code batch_loss} and the like over the steps of this training, counted from 1,
 * each of the epoch so far. Numbers are in single precision. Graphs, histograms and profiles are
 * not written.
 *
 * @param logDir where to; folders are made, and each training writes files of its own
 * @param updateFreq how many steps lie between two points of {@code batch_…}; 0: none is written
 */
public record TensorBoard(Path logDir, int updateFreq) implements Callback {
  /** Checks the ranges. */
  public TensorBoard {
    Check.notNull(logDir, "TensorBoard", "logDir");
    Check.atLeast(0, updateFreq, "TensorBoard", "updateFreq");
  }

  /** What is remembered of one training. */
  private static final class Run {
    private final Path folder;
    private final Map<String, EventFile> files = new LinkedHashMap<>();
    private long steps;

    Run(Path folder) {
      this.folder = folder;
    }

    void write(String part, String tag, long step, double value) {
      double now = System.currentTimeMillis() / 1e3;
      files
          .computeIfAbsent(part, name -> new EventFile(folder.resolve(name), now))
          .scalar(now, step, tag, value);
    }

    void close() {
      files.values().forEach(EventFile::close);
      files.clear();
    }
  }

  private Run run(TrainingContext training) {
    return training.state(this, () -> new Run(logDir));
  }

  @Override
  public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
    Run run = run(training);
    run.steps++;
    if (updateFreq > 0 && run.steps % updateFreq == 0) {
      logs.forEach((name, value) -> run.write("train", "batch_" + name, run.steps, value));
    }
  }

  @Override
  public void onTestEnd(TrainingContext training, Map<String, Double> logs) {
    Run run = run(training);
    long iteration = training.iteration();
    logs.forEach(
        (name, value) ->
            run.write("validation", "evaluation_" + name + "_vs_iterations", iteration, value));
  }

  @Override
  public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
    Run run = run(training);
    Map<String, Double> own = new LinkedHashMap<>();
    logs.forEach(
        (name, value) -> {
          if (!name.startsWith("val_")) {
            own.put(name, value);
          }
        });
    own.put("learning_rate", training.learningRate());
    own.forEach((name, value) -> run.write("train", "epoch_" + name, epoch, value));
    logs.forEach(
        (name, value) -> {
          if (name.startsWith("val_")) {
            run.write("validation", "epoch_" + name.substring("val_".length()), epoch, value);
          }
        });
  }

  @Override
  public void onTrainEnd(TrainingContext training) {
    run(training).close();
  }

  @Override
  public void onTrainFailed(TrainingContext training, Throwable failure) {
    run(training).close();
  }

  /** Returns the same callback that also writes every so many steps; 0: epochs only. */
  public TensorBoard updateFreq(int updateFreq) {
    return new TensorBoard(logDir, updateFreq);
  }
}
