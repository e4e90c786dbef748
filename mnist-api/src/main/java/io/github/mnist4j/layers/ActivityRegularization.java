package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Adds a penalty on its input to the loss, {@code (l1 · Σ|x| + l2 · Σx²) / n} over a batch of n
 * samples, and passes it on.
 *
 * <p>Shapes, per sample: x any, y as x.
 *
 * <pre>{@code ActivityRegularization(0, 0.01)}</pre>
 *
 * @param l1 the weight of the absolute numbers, 0 or more
 * @param l2 the weight of the squares, 0 or more
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record ActivityRegularization(double l1, double l2, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public ActivityRegularization {
    Check.notNegative(l1, "ActivityRegularization", "l1");
    Check.notNegative(l2, "ActivityRegularization", "l2");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public ActivityRegularization name(String name) {
    return Records.with(this, "name", Check.layerName(name, "ActivityRegularization"));
  }
}
