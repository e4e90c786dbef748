package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Optimizers;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An optimizer's loop over as many weights as the tutorial's network has. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class UpdateBenchmark {
  private static final int WEIGHTS = 121_930;

  private final Update adam = Update.of(Optimizers.adam(), WEIGHTS);
  private final Update sgd = Update.of(Optimizers.sgd(), WEIGHTS);
  private final float[] weights = new float[WEIGHTS];
  private final float[] gradients = new float[WEIGHTS];
  private long step;

  /** Draws gradients. */
  @Setup
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < WEIGHTS; i++) {
      gradients[i] = (float) random.nextGaussian();
    }
  }

  /** One step of Adam. */
  @Benchmark
  public float[] adam() {
    adam.apply(weights, gradients, 0.001, ++step);
    return weights;
  }

  /** One step of SGD. */
  @Benchmark
  public float[] sgd() {
    sgd.apply(weights, gradients, 0.01, ++step);
    return weights;
  }
}
