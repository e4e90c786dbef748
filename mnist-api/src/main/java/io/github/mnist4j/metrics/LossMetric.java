package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The mean of a loss, to look at and not to train on; weights of samples do not count. As in Keras,
 * a class that {@code sparseCategoricalCrossentropy} ignores adds nothing here, and is counted all
 * the same.
 *
 * <pre>{@code cnn.compile(adam(), huber(), Metrics.mean(meanAbsoluteError()))}</pre>
 *
 * @param loss what is averaged
 * @param name the name in logs
 */
public record LossMetric(Loss loss, String name) implements Metric {
  /** Checks that both are there. */
  public LossMetric {
    Check.notNull(loss, "LossMetric", "loss");
    Check.notNull(name, "LossMetric", "name");
  }

  /** Returns the same metric with another name in logs. */
  public LossMetric name(String name) {
    return new LossMetric(loss, name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.DOWN);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    loss.requireTargets(target, output);
    return LossMeans.of(loss, target, output);
  }
}
