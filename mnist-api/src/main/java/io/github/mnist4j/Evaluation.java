package io.github.mnist4j;

import io.github.mnist4j.callbacks.ProgressBar;
import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.StepResult;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tests a network on a data set, in its order. */
final class Evaluation {
  /** Sees each batch with the outputs, which are the program's own until its next call. */
  interface Observer {
    void add(Batch batch, float[] output);
  }

  private final Program program;
  private final Shape output;
  private final Dataset data;
  private final int batchSize;
  private final List<Metric> metrics;
  private final @Nullable Observer observer;

  Evaluation(Program program, Shape output, Dataset data, int batchSize, List<Metric> metrics) {
    this(program, output, data, batchSize, metrics, null);
  }

  /** Shows an observer what comes out. */
  Evaluation(
      Program program,
      Shape output,
      Dataset data,
      int batchSize,
      List<Metric> metrics,
      @Nullable Observer observer) {
    this.program = program;
    this.output = output;
    this.data = data;
    this.batchSize = batchSize;
    this.metrics = metrics;
    this.observer = observer;
  }

  Map<String, Double> run(ProgressBar bar) {
    int[] rows = IntStream.range(0, data.size()).toArray();
    Batches batches = new Batches(data, rows, batchSize);
    Tally tally = new Tally(metrics, data.yShape(), output);
    bar.begin(batches.count());
    try (Feeder feeder = new Feeder(batches)) {
      for (int step = 0; step < batches.count(); step++) {
        Batch batch = feeder.next();
        StepResult result = program.test(batch);
        tally.add(batch, result);
        if (observer != null) {
          observer.add(batch, result.output());
        }
        bar.step(step + 1, tally.logs());
      }
    }
    bar.end(batches.count(), tally.logs());
    return tally.logs();
  }
}
