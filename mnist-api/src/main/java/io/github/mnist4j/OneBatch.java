package io.github.mnist4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.StepResult;
import java.util.function.Function;
import java.util.stream.IntStream;

/** All samples of a small set at once, for training and testing outside of {@code fit}. */
final class OneBatch {
  private final Model model;
  private final Dataset data;
  private final Batch batch;

  /** Takes data that the model's checks have passed. */
  OneBatch(Model model, Dataset data) {
    this.model = model;
    this.data = data;
    Batches batches = new Batches(data, IntStream.range(0, data.size()).toArray(), data.size());
    batch = batches.fill(batches.slot(), 0);
  }

  Scores train(Program program, double learningRate) {
    Scores scores = scores(b -> program.train(b, learningRate));
    if (!Double.isFinite(scores.loss())) {
      throw NonFinite.loss(scores.loss(), "trainOnBatch", learningRate, program.weights());
    }
    return scores;
  }

  Scores test(Program program) {
    return scores(program::test);
  }

  private Scores scores(Function<Batch, StepResult> step) {
    Tally tally =
        new Tally(
            model.options().metrics(),
            data.yShape(),
            model.architecture().outputShape().orElseThrow());
    tally.add(batch, step.apply(batch));
    return new Scores(tally.logs());
  }
}
