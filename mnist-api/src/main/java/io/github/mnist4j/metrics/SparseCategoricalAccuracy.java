package io.github.mnist4j.metrics;

import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The part of samples whose class number is that of the greatest output.
 *
 * <pre>
 * {@code cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), sparseCategoricalAccuracy())}
 * </pre>
 *
 * @param name the name in logs
 */
public record SparseCategoricalAccuracy(String name) implements Metric {
  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Losses.sparseCategoricalCrossentropy().requireTargets(target, output);
    int classes = output.dim(-1);
    return new Hits(target.size()) {
      @Override
      boolean hit(int place, float[] y, float[] output) {
        return argmax(output, place * classes, classes) == (int) y[place];
      }
    };
  }
}
