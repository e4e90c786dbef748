package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the greatest of each window of steps, channel by channel. Padding never wins.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, y {@code (places, channels)}; see {@link
 * Padding}. Defaults follow Keras: window 2, steps of the window's size, padding valid.
 *
 * <pre>{@code MaxPooling1D(2)}</pre>
 *
 * @param poolSize the window, in steps, at least 1
 * @param strides the window's step, at least 1
 * @param padding what happens at the ends
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record MaxPooling1D(int poolSize, int strides, Padding padding, @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public MaxPooling1D {
    Check.atLeast(1, poolSize, "MaxPooling1D", "poolSize");
    Check.atLeast(1, strides, "MaxPooling1D", "strides");
    padding = Padding.ofImages(padding, "MaxPooling1D");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireSequence(input);
    return Images.steps(input, poolSize, 1, strides, padding, input.dim(1));
  }

  /** Returns the same layer with another step. */
  public MaxPooling1D strides(int strides) {
    return Records.with(this, "strides", strides);
  }

  /** Returns the same layer with another padding. */
  public MaxPooling1D padding(Padding padding) {
    return Records.with(this, "padding", padding);
  }

  @Override
  public MaxPooling1D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "MaxPooling1D"));
  }
}
