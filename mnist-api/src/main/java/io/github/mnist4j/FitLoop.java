package io.github.mnist4j;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.ProgressBar;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.StepResult;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The training loop, the only one there is: order, steps, logs, validation, callbacks. */
final class FitLoop implements TrainingContext {
  private final Model model;
  private final Program program;
  private final Dataset data;
  private final @Nullable Dataset validation;
  private final FitOptions options;
  private final List<Callback> callbacks;
  private final ProgressBar bar;
  private final Shape output;
  private final int steps;
  private final @Nullable ClassWeights classWeights;
  private volatile boolean stopped;

  FitLoop(
      Model model,
      Program program,
      Dataset data,
      @Nullable Dataset validation,
      FitOptions options) {
    this.model = model;
    this.program = program;
    this.data = data;
    this.validation = validation;
    this.options = options;
    callbacks = options.callbacks();
    bar = ProgressBar.of(options.verbose());
    output = model.architecture().outputShape().orElseThrow();
    steps = (data.size() - 1) / options.batchSize() + 1;
    classWeights =
        options.classWeight().isEmpty()
            ? null
            : new ClassWeights(options.classWeight(), data, output);
  }

  /**
   * Trains.
   *
   * @param fit which training of the model this is, so that each has an order of its own
   */
  History run(long fit) {
    History history = new History();
    RandomStream random = RandomStream.of(model.seed()).split("order").split(fit);
    callbacks.forEach(callback -> callback.onTrainBegin(this));
    for (int epoch = options.initialEpoch(); epoch < options.epochs() && !stopped; epoch++) {
      Map<String, Double> logs = epoch(epoch, random.split(epoch));
      for (Callback callback : callbacks) {
        callback.onEpochEnd(this, epoch, logs);
      }
      bar.end(steps, logs);
      history.add(epoch, logs);
    }
    program.finish();
    callbacks.forEach(callback -> callback.onTrainEnd(this));
    return history;
  }

  private Map<String, Double> epoch(int epoch, RandomStream random) {
    for (Callback callback : callbacks) {
      callback.onEpochBegin(this, epoch);
    }
    int[] order =
        options.shuffle()
            ? random.permutation(data.size())
            : IntStream.range(0, data.size()).toArray();
    Batches batches = new Batches(data, order, options.batchSize(), classWeights);
    Tally tally = new Tally(model.options().metrics(), data.yShape(), output);
    bar.epoch(epoch, options.epochs());
    bar.begin(steps);
    try (Feeder feeder = new Feeder(batches)) {
      for (int step = 0; step < steps && !(stopped && step > 0); step++) {
        step(epoch, step, feeder.next(), tally);
      }
    }
    Map<String, Double> logs = new LinkedHashMap<>(tally.logs());
    if (validation != null) {
      validate(validation).forEach((name, value) -> logs.put("val_" + name, value));
    }
    return logs;
  }

  private void step(int epoch, int step, Batch batch, Tally tally) {
    StepResult result = program.train(batch, learningRate());
    requireFinite(result.loss(), epoch, step);
    tally.add(batch, result);
    Map<String, Double> logs = tally.logs();
    for (Callback callback : callbacks) {
      callback.onBatchEnd(this, step, logs);
    }
    bar.step(step + 1, logs);
  }

  private Map<String, Double> validate(Dataset validation) {
    return new Evaluation(
            program, output, validation, options.batchSize(), model.options().metrics())
        .run(ProgressBar.of(Verbosity.SILENT));
  }

  private void requireFinite(double loss, int epoch, int step) {
    if (!Double.isFinite(loss)) {
      throw Problem.of(
              String.format(
                  Locale.ROOT,
                  "the loss became %s in epoch %d, step %d of %d",
                  loss,
                  epoch + 1,
                  step + 1,
                  steps))
          .expected("a finite loss")
          .got("learning rate " + learningRate() + ", " + NonFinite.describe(program.weights()))
          .fix("lower the learning rate, or scale the data to about 0..1")
          .see("loss-not-finite")
          .asNonFiniteException();
    }
  }

  @Override
  public int epochs() {
    return options.epochs();
  }

  @Override
  public int steps() {
    return steps;
  }

  @Override
  public void stop() {
    stopped = true;
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
}
