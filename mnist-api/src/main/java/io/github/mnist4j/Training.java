package io.github.mnist4j;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.Mode;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.io.Backup;
import io.github.mnist4j.metrics.Direction;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.Weights;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One training of a model, as its callbacks see it. */
final class Training implements TrainingContext {
  private final Model model;
  private final Program program;
  private final int epochs;
  private final int steps;
  private final Map<Callback, Object> states = new IdentityHashMap<>();
  private long fit;
  private long seed;
  private int nextEpoch;
  private boolean begun;

  /**
   * Makes the training of a model.
   *
   * @param fit which one of the model it is, so that each has an order of its own
   */
  Training(Model model, Program program, FitOptions options, int steps, long fit) {
    this.model = model;
    this.program = program;
    this.steps = steps;
    this.fit = fit;
    epochs = options.epochs();
    nextEpoch = options.initialEpoch();
    seed = model.seed();
  }

  /** Returns the epoch to begin with; from here on, the training cannot be replaced. */
  int begin() {
    begun = true;
    return nextEpoch;
  }

  boolean stopped() {
    return model.isStopping();
  }

  long fit() {
    return fit;
  }

  /** Returns where the order of samples comes from. */
  long seed() {
    return seed;
  }

  @Override
  public int epochs() {
    return epochs;
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public long iteration() {
    return program.iteration();
  }

  @Override
  public void stop() {
    model.stopTraining();
  }

  @Override
  public double learningRate() {
    return model.learningRate();
  }

  @Override
  public void learningRate(double learningRate) {
    model.learningRate(Check.notNegative(learningRate, "training", "learningRate"));
  }

  @Override
  public Weights weights() {
    return program.weights();
  }

  @Override
  public void load(Weights weights) {
    program.load(weights);
  }

  @Override
  public void save(Path file) {
    model.save(file);
  }

  @Override
  public void saveWeights(Path file) {
    model.saveWeights(file);
  }

  @Override
  public void backup(Path folder, int nextEpoch) {
    new Backup(
            program.weights(),
            model.optimizerVars(),
            model.learningRate(),
            Check.atLeast(0, nextEpoch, "backup", "nextEpoch"),
            fit,
            seed)
        .write(folder, model.architecture().plan());
  }

  @Override
  public boolean restore(Path folder) {
    if (begun) {
      throw Problem.of("a training can only be restored before its first epoch")
          .fix("call it in onTrainBegin")
          .see("backup")
          .asIllegalState();
    }
    Backup backup = Backup.read(folder, model.architecture().plan());
    if (backup == null) {
      return false;
    }
    Weights optimizer = backup.optimizer().state(model.optimizerState(), "the backup in " + folder);
    program.load(backup.weights());
    program.loadOptimizerState(optimizer);
    if (backup.learningRate() != model.learningRate()) {
      model.learningRate(backup.learningRate());
    }
    nextEpoch = backup.nextEpoch();
    fit = backup.fit();
    seed = backup.seed();
    return true;
  }

  @Override
  public void deleteBackup(Path folder) {
    Backup.delete(folder);
  }

  @Override
  public Optional<Mode> direction(String name) {
    String plain = name.startsWith("val_") ? name.substring("val_".length()) : name;
    return plain.equals("loss")
        ? Optional.of(Mode.MIN)
        : model.options().metrics().stream()
            .filter(metric -> metric.name().equals(plain))
            .map(Metric::direction)
            .flatMap(Optional::stream)
            .map(direction -> direction == Direction.UP ? Mode.MAX : Mode.MIN)
            .findFirst();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T state(Callback callback, Supplier<T> start) {
    Object state = states.get(callback);
    if (state == null) {
      state = start.get();
      states.put(callback, state);
    }
    return (T) state;
  }

  @Override
  public void print(String line) {
    System.out.println(line);
  }
}
