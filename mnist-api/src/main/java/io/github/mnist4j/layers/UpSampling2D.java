package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Makes an image larger: each pixel a block, or by bilinear interpolation between the pixels'
 * middles, the border's pixels going on outwards.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y {@code (height · size, width ·
 * size, channels)}. Keras' default: two times, nearest.
 *
 * <pre>{@code UpSampling2D(2).interpolation(Interpolation.BILINEAR)}</pre>
 *
 * @param size how many times as high and as wide
 * @param interpolation what stands between the pixels
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record UpSampling2D(Size size, Interpolation interpolation, @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public UpSampling2D {
    Check.notNull(size, "UpSampling2D", "size");
    Check.notNull(interpolation, "UpSampling2D", "interpolation");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireImage(input);
    return Shape.of(
        Math.multiplyExact(input.dim(0), size.height()),
        Math.multiplyExact(input.dim(1), size.width()),
        input.dim(2));
  }

  /** Returns the same layer with another interpolation. */
  public UpSampling2D interpolation(Interpolation interpolation) {
    return Records.with(this, "interpolation", interpolation);
  }

  @Override
  public UpSampling2D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "UpSampling2D"));
  }
}
