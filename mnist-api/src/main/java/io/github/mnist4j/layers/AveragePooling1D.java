package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mean of each window of steps, channel by channel; padding does not count.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, y {@code (places, channels)}; see {@link
 * Padding}. Defaults follow Keras: window 2, steps of the window's size, padding valid.
 *
 * <pre>{@code AveragePooling1D(2)}</pre>
 *
 * @param poolSize the window, in steps, at least 1
 * @param strides the window's step, at least 1
 * @param padding what happens at the ends
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record AveragePooling1D(int poolSize, int strides, Padding padding, @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public AveragePooling1D {
    Check.atLeast(1, poolSize, "AveragePooling1D", "poolSize");
    Check.atLeast(1, strides, "AveragePooling1D", "strides");
    padding = Padding.ofImages(padding, "AveragePooling1D");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireSequence(input);
    return Images.steps(input, poolSize, 1, strides, padding, input.dim(1));
  }

  /** Returns the same layer with another step. */
  public AveragePooling1D strides(int strides) {
    return Records.with(this, "strides", strides);
  }

  /** Returns the same layer with another padding. */
  public AveragePooling1D padding(Padding padding) {
    return Records.with(this, "padding", padding);
  }

  @Override
  public AveragePooling1D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "AveragePooling1D"));
  }
}
