package io.github.mnist4j.nd4j;

import io.github.mnist4j.data.Batch;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Softmax cross-entropy and its gradient. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LossBenchmark {
  /** Images. */
  @Param({"32", "512"})
  public int batch;

  private LossKernel loss;
  private double[] output;
  private double[] gradient;
  private Batch digits;

  /** Draws logits. */
  @Setup
  public void draw() {
    try (Tutorial tutorial = Tutorial.open()) {
      loss = LossKernel.of(tutorial.spec());
    }
    digits = Tutorial.batch(batch);
    output = new Random(1).doubles(10L * batch, -5, 5).toArray();
    gradient = new double[10 * batch];
  }

  /** Loss and gradient of a batch. */
  @Benchmark
  public double crossEntropy() {
    return loss.evaluate(digits, 0, batch, output, gradient);
  }
}
