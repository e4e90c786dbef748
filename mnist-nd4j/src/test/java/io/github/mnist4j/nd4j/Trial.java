package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Embedding;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.RandomStream;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A wired network on trial, in single or double precision, with random numbers everywhere: those of
 * a seed are the same in either precision and at any batch size.
 */
final class Trial implements AutoCloseable {
  static final int X = 1;
  static final int DY = 2;
  static final int WEIGHTS = 3;

  final Parameters parameters;
  final Network network;
  long step;
  private final Memory memory;

  Trial(NetworkSpec spec, int n, boolean training, DataType type) {
    Nd4jRuntime.start();
    memory = new Memory(type);
    parameters = new Parameters(spec, memory);
    network = new Network(spec, parameters, n, training, () -> step, type);
    fill(network.x(), X);
    if (spec.layers().get(0).layer() instanceof Embedding embedding) {
      int rows = embedding.inputDim();
      fill(
          network.x(),
          Arrays.stream(numbers(network.x())).map(v -> (int) (9 + v) % rows).toArray());
    }
    int i = 0;
    for (Param param : parameters.trainable()) {
      fill(param.value(), WEIGHTS + i++);
    }
    // Among those that are not trained are variances, which are not negative.
    for (Param param : parameters.all()) {
      if (!param.spec().trainable()) {
        fill(param.value(), WEIGHTS + i++);
        fill(param.value(), Arrays.stream(numbers(param.value())).map(v -> v * v + 0.1).toArray());
      }
    }
  }

  /** Fills an array with numbers of -2 to 2. */
  static void fill(INDArray array, int seed) {
    RandomStream random = RandomStream.of(seed);
    for (int i = 0; i < array.length(); i++) {
      array.data().put(i, (double) (4 * random.uniform(i) - 2));
    }
  }

  static void fill(INDArray array, double[] numbers) {
    for (int i = 0; i < array.length(); i++) {
      array.data().put(i, numbers[i]);
    }
  }

  static double[] numbers(INDArray array) {
    double[] numbers = new double[(int) array.length()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.data().getDouble(i);
    }
    return numbers;
  }

  /** Returns the output, in full. */
  double[] forward() {
    network.forward();
    return numbers(network.y());
  }

  /** Runs a backward pass of a random gradient behind a forward pass. */
  void backward() {
    network.forward();
    fill(network.dy(), DY);
    network.backward();
  }

  @Override
  public void close() {
    network.close();
    memory.close();
  }
}
