package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The part of samples whose target is greatest at one of the {@code k} greatest outputs. An output
 * as great as the least of them is among them.
 *
 * <pre>{@code cnn.compile(adam(), loss, topKCategoricalAccuracy(3))}</pre>
 *
 * @param k how many outputs count, at least 1; Keras' default 5
 * @param name the name in logs
 */
public record TopKCategoricalAccuracy(int k, String name) implements Metric {
  /** Checks the range. */
  public TopKCategoricalAccuracy {
    Check.atLeast(1, k, "TopKCategoricalAccuracy", "k");
    Check.notNull(name, "TopKCategoricalAccuracy", "name");
  }

  /** Returns the same metric with another name in logs. */
  public TopKCategoricalAccuracy name(String name) {
    return new TopKCategoricalAccuracy(k, name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Targets.requireSame(name, target, output);
    int classes = output.rank() == 0 ? 1 : output.dim(-1);
    return new Hits(output.size() / classes) {
      @Override
      boolean hit(int place, float[] y, float[] output) {
        int wanted = argmax(y, place * classes, classes);
        return isAmong(k, output, place * classes, classes, wanted);
      }
    };
  }
}
