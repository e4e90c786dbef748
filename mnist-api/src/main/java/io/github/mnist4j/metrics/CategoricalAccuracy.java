package io.github.mnist4j.metrics;

import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The part of samples where output and target are greatest at the same class.
 *
 * <pre>{@code cnn.compile(adam(), categoricalCrossentropy().fromLogits(), categoricalAccuracy())}
 * </pre>
 *
 * @param name the name in logs
 */
public record CategoricalAccuracy(String name) implements Metric {
  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Losses.categoricalCrossentropy().requireTargets(target, output);
    int classes = output.dim(-1);
    return new Hits(output.size() / classes) {
      @Override
      boolean hit(int place, float[] y, float[] output) {
        return argmax(output, place * classes, classes) == argmax(y, place * classes, classes);
      }
    };
  }
}
