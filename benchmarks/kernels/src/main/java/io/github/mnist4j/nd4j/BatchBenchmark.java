package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.ImageDataset;
import io.github.mnist4j.datasets.Mnist;
import io.github.mnist4j.tensor.RandomStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Filling a batch with images from bytes, in random order. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BatchBenchmark {
  /** Images. */
  @Param({"32", "512"})
  public int batch;

  private ImageDataset digits;
  private int[] order;
  private float[] x;
  private float[] y;
  private int from;

  /** Loads the digits. */
  @Setup
  public void load() {
    digits = Mnist.load().train();
    order = RandomStream.of(1).permutation(digits.size());
    x = new float[batch * digits.xShape().size()];
    y = new float[batch];
  }

  /** The next batch. */
  @Benchmark
  public float[] fill() {
    from = from + batch + batch > order.length ? 0 : from + batch;
    digits.fill(order, from, from + batch, x, y);
    return x;
  }
}
