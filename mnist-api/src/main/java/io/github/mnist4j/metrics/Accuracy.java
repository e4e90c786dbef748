package io.github.mnist4j.metrics;

import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The accuracy that fits the shapes, resolved as Keras does, by them alone: an output of one number
 * is {@link BinaryAccuracy}, targets with fewer axes than the output or of one number are class
 * numbers ({@link SparseCategoricalAccuracy}), and all else is {@link CategoricalAccuracy}.
 *
 * <pre>{@code cnn.compile(adam(), sparseCategoricalCrossentropy().fromLogits(), accuracy())}</pre>
 *
 * @param name the name in logs: {@code accuracy} or {@code acc}
 */
public record Accuracy(String name) implements Metric {
  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    return resolve(target, output).start(target, output);
  }

  private Metric resolve(Shape target, Shape output) {
    if (output.rank() == 0 || output.dim(-1) == 1) {
      return new BinaryAccuracy(0.5, name);
    }
    return target.rank() < output.rank() || target.dim(-1) == 1
        ? new SparseCategoricalAccuracy(name)
        : new CategoricalAccuracy(name);
  }
}
