package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows and columns of zeros around an image.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y {@code (top + height + bottom, left
 * + width + right, channels)}. Keras' default: one on each side.
 *
 * <pre>{@code ZeroPadding2D(2)}</pre>
 *
 * @param padding how much on each side
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record ZeroPadding2D(Margins padding, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public ZeroPadding2D {
    Check.notNull(padding, "ZeroPadding2D", "padding");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireImage(input);
    return Shape.of(
        padding.top() + input.dim(0) + padding.bottom(),
        padding.left() + input.dim(1) + padding.right(),
        input.dim(2));
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public ZeroPadding2D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "ZeroPadding2D"));
  }
}
