package io.github.mnist4j.metrics;

import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The part of outputs that are on their target's side of 0.5.
 *
 * <pre>{@code cnn.compile(adam(), meanSquaredError(), binaryAccuracy())}</pre>
 *
 * @param name the name in logs
 */
public record BinaryAccuracy(String name) implements Metric {
  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Losses.meanSquaredError().requireTargets(target, output);
    return new Hits(output.size()) {
      @Override
      boolean hit(int place, float[] y, float[] output) {
        return (output[place] > 0.5f ? 1 : 0) == y[place];
      }
    };
  }
}
