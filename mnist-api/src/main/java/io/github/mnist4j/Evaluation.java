package io.github.mnist4j;

import io.github.mnist4j.callbacks.ProgressBar;
import io.github.mnist4j.data.Batch;
import io.github.mnist4j.data.Dataset;
import io.github.mnist4j.metrics.Metric;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Tests a network on a data set, in its order. */
final class Evaluation {
  private final Program program;
  private final Shape output;
  private final Dataset data;
  private final int batchSize;
  private final List<Metric> metrics;

  Evaluation(Program program, Shape output, Dataset data, int batchSize, List<Metric> metrics) {
    this.program = program;
    this.output = output;
    this.data = data;
    this.batchSize = batchSize;
    this.metrics = metrics;
  }

  Map<String, Double> run(ProgressBar bar) {
    int[] rows = IntStream.range(0, data.size()).toArray();
    Batches batches = new Batches(data, rows, batchSize);
    Tally tally = new Tally(metrics, data.yShape(), output);
    bar.begin(batches.count());
    try (Feeder feeder = new Feeder(batches)) {
      for (int step = 0; step < batches.count(); step++) {
        Batch batch = feeder.next();
        tally.add(batch, program.test(batch));
        bar.step(step + 1, tally.logs());
      }
    }
    bar.end(batches.count(), tally.logs());
    return tally.logs();
  }
}
