package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the mean of each window, channel by channel. Padding does not count: at the border the mean
 * is over the pixels that are there.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y {@code (places down, places across,
 * channels)}; see {@link Padding}. Defaults follow Keras: window 2x2, steps of the window's size,
 * padding valid.
 *
 * <pre>{@code AveragePooling2D(2)}</pre>
 *
 * @param poolSize the window
 * @param strides the window's step
 * @param padding what happens at the border
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record AveragePooling2D(Size poolSize, Size strides, Padding padding, @Nullable String name)
    implements Layer {
  /** Checks that all is there. */
  public AveragePooling2D {
    Check.notNull(poolSize, "AveragePooling2D", "poolSize");
    Check.notNull(strides, "AveragePooling2D", "strides");
    padding = Padding.ofImages(padding, "AveragePooling2D");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireImage(input);
    return Images.places(input, poolSize, strides, padding, input.dim(2));
  }

  /** Returns the same layer with a step of {@code height} down and {@code width} across. */
  public AveragePooling2D strides(int height, int width) {
    Size strides = new Size(height, width);
    return new AveragePooling2D(poolSize, strides, padding, name);
  }

  /** Returns the same layer with the same step down and across. */
  public AveragePooling2D strides(int step) {
    return strides(step, step);
  }

  /** Returns the same layer with another padding. */
  public AveragePooling2D padding(Padding padding) {
    return new AveragePooling2D(poolSize, strides, padding, name);
  }

  @Override
  public AveragePooling2D name(String name) {
    return new AveragePooling2D(
        poolSize, strides, padding, Check.layerName(name, "AveragePooling2D"));
  }
}
