package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The part of samples whose class number is among the {@code k} greatest outputs. An output as
 * great as the least of them is among them.
 *
 * <pre>{@code cnn.compile(adam(), loss, sparseTopKCategoricalAccuracy(3))}</pre>
 *
 * @param k how many outputs count, at least 1; Keras' default 5
 * @param name the name in logs
 */
public record SparseTopKCategoricalAccuracy(int k, String name) implements Metric {
  /** Checks the range. */
  public SparseTopKCategoricalAccuracy {
    Check.atLeast(1, k, "SparseTopKCategoricalAccuracy", "k");
    Check.notNull(name, "SparseTopKCategoricalAccuracy", "name");
  }

  /** Returns the same metric with another name in logs. */
  public SparseTopKCategoricalAccuracy name(String name) {
    return new SparseTopKCategoricalAccuracy(k, name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Losses.sparseCategoricalCrossentropy().requireTargets(target, output);
    int classes = output.rank() == 0 ? 1 : output.dim(-1);
    return new Hits(output.size() / classes) {
      @Override
      boolean hit(int place, float[] y, float[] output) {
        int wanted = (int) y[place];
        return isAmong(k, output, place * classes, classes, wanted);
      }
    };
  }
}
