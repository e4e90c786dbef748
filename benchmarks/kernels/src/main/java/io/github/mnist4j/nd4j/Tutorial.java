package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Activation.relu;
import static io.github.mnist4j.layers.Layers.Conv2D;
import static io.github.mnist4j.layers.Layers.Dense;
import static io.github.mnist4j.layers.Layers.Flatten;
import static io.github.mnist4j.layers.Layers.Input;
import static io.github.mnist4j.layers.Layers.MaxPool;
import static io.github.mnist4j.losses.Losses.sparseCategoricalCrossentropy;
import static io.github.mnist4j.optimizers.Optimizers.adam;

import io.github.mnist4j.CompileOptions;
import io.github.mnist4j.Model;
import io.github.mnist4j.Sequential;
import io.github.mnist4j.data.Batch;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.spi.Engine;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.spi.Program;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tutorial's network, and the program inside its model. */
final class Tutorial implements Engine, AutoCloseable {
  private @Nullable Model model;
  private @Nullable NetworkSpec spec;
  private @Nullable Program program;

  private Tutorial() {}

  /** Makes a model and remembers what is inside. */
  static Tutorial open() {
    Tutorial tutorial = new Tutorial();
    Sequential cnn =
        Sequential.of(
            Input(28, 28, 1),
            Conv2D(32, 3, relu),
            MaxPool(2),
            Conv2D(64, 3, relu),
            MaxPool(2),
            Flatten(),
            Dense(64, relu),
            Dense(10));
    // A model that nobody holds would be freed, and its program with it.
    tutorial.model =
        cnn.compile(
            CompileOptions.of(adam(), sparseCategoricalCrossentropy().fromLogits())
                .seed(1)
                .engine(tutorial));
    return tutorial;
  }

  /** Returns the first {@code n} training images. */
  static Batch batch(int n) {
    var train = Mnist.load().train();
    float[] x = new float[n * train.xShape().size()];
    float[] y = new float[n];
    train.fill(IntStream.range(0, n).toArray(), 0, n, x, y);
    return new Batch(n, train.xShape(), train.yShape(), x, y);
  }

  @Override
  public String name() {
    return "ND4J";
  }

  @Override
  public Program compile(NetworkSpec network) {
    spec = network;
    program = new Nd4jEngine().compile(network);
    return program;
  }

  NetworkSpec spec() {
    return Objects.requireNonNull(spec);
  }

  Program program() {
    return Objects.requireNonNull(program);
  }

  @Override
  public void close() {
    Objects.requireNonNull(model).close();
  }
}
