package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * How much output and target point the same way: the mean of {@code Σ y·output / (|y|·|output|)}
 * over the last axis, 1 where they agree and −1 where they are opposite. (The loss of this name is
 * the same with the other sign.)
 *
 * <pre>{@code cnn.compile(adam(), meanSquaredError(), Metrics.cosineSimilarity())}</pre>
 *
 * @param name the name in logs
 */
public record CosineSimilarity(String name) implements Metric {
  /** Checks that it is there. */
  public CosineSimilarity {
    Check.notNull(name, "CosineSimilarity", "name");
  }

  /** Returns the same metric with another name in logs. */
  public CosineSimilarity name(String name) {
    return new CosineSimilarity(name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Targets.requireSame(name, target, output);
    Accumulator loss = LossMeans.of(Losses.cosineSimilarity(), target, output);
    return new Accumulator() {
      @Override
      public void add(int size, float[] y, float[] output) {
        loss.add(size, y, output);
      }

      @Override
      public double result() {
        return 0 - loss.result();
      }
    };
  }
}
