package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The tutorial's network: one training step, one prediction; batches are filled beforehand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProgramBenchmark {
  /** Whether oneDNN is called directly. */
  @Param({"true", "false"})
  public boolean oneDnn;

  /** Threads that share a batch. */
  @Param({"1", "2"})
  public int threads;

  /** Images. */
  @Param({"1", "32", "256"})
  public int batch;

  private Tutorial tutorial;
  private Batch digits;
  private Tensor x;

  /** Makes the network; both properties are read by then and not before. */
  @Setup
  public void open() {
    System.setProperty("mnist4j.oneDnn", "" + oneDnn);
    System.setProperty("mnist4j.threads", "" + threads);
    tutorial = Tutorial.open();
    digits = Tutorial.batch(batch);
    x = Tensor.of(digits.xShape().prepend(batch), digits.x());
  }

  /** Forward, backward, update. */
  @Benchmark
  public double train() {
    return tutorial.program().train(digits, 0.001).loss();
  }

  /** Forward. */
  @Benchmark
  public Tensor predict() {
    return tutorial.program().predict(x);
  }

  /** Frees the network. */
  @TearDown
  public void close() {
    tutorial.close();
  }
}
