package io.github.mnist4j;

import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.ProgressBar;
import io.github.mnist4j.callbacks.Verbosity;
import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.StepResult;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The training loop, the only one there is: order, steps, logs, validation, callbacks. */
final class FitLoop {
  private final Model model;
  private final Program program;
  private final Dataset data;
  private final @Nullable Dataset validation;
  private final FitOptions options;
  private final List<Callback> callbacks;
  private final ProgressBar bar;
  private final Shape output;
  private final int steps;
  private final int passSteps;
  private final @Nullable ClassWeights classWeights;
  private final Training training;

  /**
   * Makes the loop.
   *
   * @param fit which training of the model this is, so that each has an order of its own
   */
  FitLoop(
      Model model,
      Program program,
      Dataset data,
      @Nullable Dataset validation,
      FitOptions options,
      long fit) {
    this.model = model;
    this.program = program;
    this.data = data;
    this.validation = validation;
    this.options = options;
    callbacks = options.callbacks();
    bar = ProgressBar.of(options.verbose());
    output = model.architecture().outputShape().orElseThrow();
    passSteps = (data.size() - 1) / options.batchSize() + 1;
    Integer asked = options.stepsPerEpoch();
    steps = asked == null ? passSteps : asked;
    classWeights =
        options.classWeight().isEmpty()
            ? null
            : new ClassWeights(options.classWeight(), data, output);
    training = new Training(model, program, options, steps, fit);
  }

  /** Returns which training of the model this is: that which it goes on with, if it does. */
  long fit() {
    return training.fit();
  }

  /** Trains. */
  History run() {
    int begun = 0;
    try {
      for (Callback callback : callbacks) {
        callback.onTrainBegin(training);
        begun++;
      }
      History history = epochs();
      callbacks.forEach(callback -> callback.onTrainEnd(training));
      return history;
    } catch (RuntimeException | Error e) {
      for (Callback callback : callbacks.subList(0, begun)) {
        tell(callback, e);
      }
      throw e;
    }
  }

  private void tell(Callback callback, Throwable failure) {
    try {
      callback.onTrainFailed(training, failure);
    } catch (RuntimeException | Error more) {
      failure.addSuppressed(more);
    }
  }

  private History epochs() {
    History history = new History();
    int first = training.begin();
    RandomStream random = RandomStream.of(training.seed()).split("order").split(training.fit());
    for (int epoch = first; epoch < options.epochs() && !training.stopped(); epoch++) {
      Map<String, Double> logs = epoch(epoch, random);
      for (Callback callback : callbacks) {
        callback.onEpochEnd(training, epoch, logs);
      }
      bar.end(steps, logs);
      history.add(epoch, logs);
    }
    program.finish();
    return history;
  }

  private Map<String, Double> epoch(int epoch, RandomStream random) {
    for (Callback callback : callbacks) {
      callback.onEpochBegin(training, epoch);
    }
    Tally tally = new Tally(model.options().metrics(), data.yShape(), output);
    bar.epoch(epoch, options.epochs());
    bar.begin(steps);
    for (int step = 0; step < steps && goesOn(step); ) {
      step = pass(epoch, step, random, tally);
    }
    Map<String, Double> logs = new LinkedHashMap<>(tally.logs());
    if (validation != null && options.validatesAfter(epoch)) {
      validate(validation).forEach((name, value) -> logs.put("val_" + name, value));
    }
    return logs;
  }

  /** There is a step in each epoch, so that it has something to tell. */
  private boolean goesOn(int step) {
    return step == 0 || !training.stopped();
  }

  /**
   * Trains to the epoch's end, or to that of a pass through the data, if it comes first. Each pass
   * has an order of its own, which follows from its number; where an epoch has as many steps as the
   * data has batches, that is the epoch's.
   *
   * @return the epoch's next step
   */
  private int pass(int epoch, int first, RandomStream random, Tally tally) {
    long before = (long) epoch * steps + first;
    int from = (int) (before % passSteps);
    int count = Math.min(steps - first, passSteps - from);
    int[] order =
        options.shuffle()
            ? random.split(before / passSteps).permutation(data.size())
            : IntStream.range(0, data.size()).toArray();
    long end = Math.min(data.size(), ((long) from + count) * options.batchSize());
    int[] rows = Arrays.copyOfRange(order, from * options.batchSize(), (int) end);
    int step = first;
    Dataset now = data.epoch((int) Math.min(before / passSteps, Integer.MAX_VALUE));
    Batches batches = new Batches(now, rows, options.batchSize(), classWeights);
    try (Feeder feeder = new Feeder(batches)) {
      for (; step < first + count && goesOn(step); step++) {
        step(epoch, step, feeder.next(), tally);
      }
    }
    return step;
  }

  private void step(int epoch, int step, Batch batch, Tally tally) {
    for (Callback callback : callbacks) {
      callback.onBatchBegin(training, step);
    }
    double rate = model.learningRate();
    StepResult result = program.train(batch, rate);
    if (!Double.isFinite(result.loss())) {
      notFinite(epoch, step, result.loss(), rate);
    }
    tally.add(batch, result);
    Map<String, Double> logs = tally.logs();
    for (Callback callback : callbacks) {
      callback.onBatchEnd(training, step, logs);
    }
    bar.step(step + 1, logs);
  }

  /** Ends the training: quietly where a callback says so. */
  private void notFinite(int epoch, int step, double loss, double rate) {
    boolean quietly = false;
    for (Callback callback : callbacks) {
      quietly |= callback.onLossNotFinite(training, step, loss);
    }
    if (!quietly) {
      String where = "epoch " + (epoch + 1) + ", step " + (step + 1) + " of " + steps;
      throw NonFinite.loss(loss, where, rate, program.weights());
    }
    training.stop();
  }

  private Map<String, Double> validate(Dataset validation) {
    callbacks.forEach(callback -> callback.onTestBegin(training));
    Integer asked = options.validationBatchSize();
    int batchSize = asked == null ? options.batchSize() : asked;
    Integer batches = options.validationSteps();
    Dataset tested =
        batches == null
            ? validation
            : validation.take((int) Math.min(validation.size(), (long) batches * batchSize));
    Map<String, Double> logs =
        new Evaluation(program, output, tested, batchSize, model.options().metrics())
            .run(ProgressBar.of(Verbosity.SILENT));
    callbacks.forEach(callback -> callback.onTestEnd(training, logs));
    return logs;
  }
}
