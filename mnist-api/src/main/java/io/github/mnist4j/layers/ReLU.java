package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Rectified linear unit with a bound, a slope and a threshold: {@code maxValue} for x of at least
 * maxValue, x from threshold on, {@code negativeSlope · (x − threshold)} below.
 *
 * <p>Shapes, per sample: x any, y as x. Defaults follow Keras: no bound, slope 0, threshold 0.
 *
 * <pre>{@code ReLU().maxValue(6.0)}</pre>
 *
 * @param maxValue the bound, 0 or more, or {@code null} for none
 * @param negativeSlope the slope below the threshold, 0 or more
 * @param threshold where x begins to pass, 0 or more
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record ReLU(
    @Nullable Double maxValue, double negativeSlope, double threshold, @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public ReLU {
    if (maxValue != null) {
      Check.notNegative(maxValue, "ReLU", "maxValue");
    }
    Check.notNegative(negativeSlope, "ReLU", "negativeSlope");
    Check.notNegative(threshold, "ReLU", "threshold");
  }

  @Override
  public Shape outputShape(Shape input) {
    return input;
  }

  @Override
  public Activation activation() {
    return Activation.relu;
  }

  /** Returns the same layer with a bound. */
  public ReLU maxValue(@Nullable Double maxValue) {
    return Records.with(this, "maxValue", maxValue);
  }

  /** Returns the same layer with another slope below the threshold. */
  public ReLU negativeSlope(double negativeSlope) {
    return Records.with(this, "negativeSlope", negativeSlope);
  }

  /** Returns the same layer with another threshold. */
  public ReLU threshold(double threshold) {
    return Records.with(this, "threshold", threshold);
  }

  @Override
  public ReLU name(String name) {
    return Records.with(this, "name", Check.layerName(name, "ReLU"));
  }
}
