package io.github.mnist4j.benchmarks.mnist4j;

import static io.github.mnist4j.FitOptions.epochs;
import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.metrics.Metrics.accuracy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Models;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.benchmarks.protocol.Answers;
import io.github.mnist4j.benchmarks.protocol.Contestant;
import io.github.mnist4j.callbacks.Callback;
import io.github.mnist4j.callbacks.TrainingContext;
import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This library. A step is one of {@code fit}'s, metrics and callbacks included: users have no other
 * way to train.
 */
final class Mnist4jContestant implements Contestant {
  private static final String FILE = "model.keras";
  private static final CompileOptions HOW =
      CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy()).seed(1);

  private final Path digits;
  private @Nullable ImageDataset train;
  private @Nullable Model model;

  private Mnist4jContestant(Path digits) {
    this.digits = digits;
  }

  /** Answers the harness; the number of threads is a system property of this library's own. */
  public static void main(String... args) throws IOException {
    Answers.run(args, threads -> new Mnist4jContestant(Path.of(args[0])));
  }

  @Override
  public String version() {
    return "Mnist4J, Java " + Runtime.version().feature();
  }

  @Override
  public Timed train(int batch, int steps, long limit) {
    Stopwatch watch = new Stopwatch(steps, limit);
    int epochs = 1 + (steps + 1) * batch / digits().size();
    model().fit(digits(), epochs(epochs).batchSize(batch).verbose(0).callbacks(watch));
    return watch.timed();
  }

  @Override
  public long epoch(int images, int batch) {
    ImageDataset some = digits().take(images);
    long start = System.nanoTime();
    model().fit(some, epochs(1).batchSize(batch).verbose(0));
    return System.nanoTime() - start;
  }

  @Override
  public float[] predict(float[] x, int n) {
    return model().predict(Tensor.of(Shape.of(n, 28, 28, 1), x)).data();
  }

  @Override
  public void save(Path folder) {
    model().save(folder.resolve(FILE));
  }

  @Override
  public void load(Path folder) {
    model = Models.load(folder.resolve(FILE));
  }

  private ImageDataset digits() {
    if (train == null) {
      train = Mnist.load(digits).train();
    }
    return train;
  }

  private Model model() {
    if (model == null) {
      model =
          Sequential.of(
                  Input(28, 28, 1),
                  Conv2D(32, 3, relu),
                  MaxPool(2),
                  Conv2D(64, 3, relu),
                  MaxPool(2),
                  Flatten(),
                  Dense(64, relu),
                  Dense(10))
              .compile(HOW);
    }
    return model;
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }

  /**
   * Takes the time from the end of the first step on: what {@code fit} does once, before it, is
   * part of an epoch and not of a step.
   */
  private static final class Stopwatch implements Callback {
    private final int steps;
    private final long limit;
    private int done = -1;
    private long start;
    private long end;

    Stopwatch(int steps, long limit) {
      this.steps = steps;
      this.limit = limit;
    }

    @Override
    public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
      long now = System.nanoTime();
      if (++done == 0) {
        start = now;
      }
      end = now;
      if (done == steps || done > 0 && now - start > limit) {
        training.stop();
      }
    }

    Timed timed() {
      return new Timed(done, end - start);
    }
  }
}
