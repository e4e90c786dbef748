package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The root of the mean of the squared differences, over all numbers of all samples.
 *
 * <pre>{@code cnn.compile(adam(), meanSquaredError(), rootMeanSquaredError())}</pre>
 *
 * @param name the name in logs
 */
public record RootMeanSquaredError(String name) implements Metric {
  /** Checks that it is there. */
  public RootMeanSquaredError {
    Check.notNull(name, "RootMeanSquaredError", "name");
  }

  /** Returns the same metric with another name in logs. */
  public RootMeanSquaredError name(String name) {
    return new RootMeanSquaredError(name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.DOWN);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Targets.requireSame(name, target, output);
    int size = output.size();
    return new Mean(size, size) {
      @Override
      double sample(float[] y, int at, float[] output, int start) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
          double difference = (double) output[start + j] - y[at + j];
          sum += difference * difference;
        }
        return sum / size;
      }

      @Override
      public double result() {
        return Math.sqrt(super.result());
      }
    };
  }
}
