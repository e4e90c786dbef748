package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the greatest of each channel over the whole sequence.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, y {@code (channels)}, or {@code (1,
 * channels)} where the axes are kept.
 *
 * <pre>{@code GlobalMaxPooling1D()}</pre>
 *
 * @param keepdims whether the pooled axes stay, of size 1; Keras' default false
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record GlobalMaxPooling1D(boolean keepdims, @Nullable String name) implements Layer {
  @Override
  public Shape outputShape(Shape input) {
    Images.requireSequence(input);
    int channels = input.dim(-1);
    return keepdims ? Shape.of(1, channels) : Shape.of(channels);
  }

  /** Returns the same layer with or without its pooled axes. */
  public GlobalMaxPooling1D keepdims(boolean keepdims) {
    return Records.with(this, "keepdims", keepdims);
  }

  @Override
  public GlobalMaxPooling1D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "GlobalMaxPooling1D"));
  }
}
