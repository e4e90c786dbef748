package io.github.mnist4j.metrics;

import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The part of outputs that are on their target's side of a threshold.
 *
 * <pre>{@code cnn.compile(adam(), meanSquaredError(), binaryAccuracy())}</pre>
 *
 * @param threshold what an output must be above to count as 1, in 0 up to 1; Keras' default 0.5
 * @param name the name in logs
 */
public record BinaryAccuracy(double threshold, String name) implements Metric {
  /** Checks the range. */
  public BinaryAccuracy {
    Thresholds.check(threshold, "BinaryAccuracy");
  }

  /** Returns the same metric with another threshold. */
  public BinaryAccuracy threshold(double threshold) {
    return new BinaryAccuracy(threshold, name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Targets.requireSame(name, target, output);
    float least = (float) threshold;
    return new Hits(output.size()) {
      @Override
      boolean hit(int place, float[] y, float[] output) {
        return (output[place] > least ? 1 : 0) == y[place];
      }
    };
  }
}
