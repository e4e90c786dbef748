package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Cuts rows and columns off an image.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, y {@code (height − top − bottom,
 * width − left − right, channels)}. Keras' default: nothing.
 *
 * <pre>{@code Cropping2D(4)}</pre>
 *
 * @param cropping how much from each side
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Cropping2D(Margins cropping, @Nullable String name) implements Layer {
  /** Checks the ranges. */
  public Cropping2D {
    Check.notNull(cropping, "Cropping2D", "cropping");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireImage(input);
    int height = input.dim(0) - cropping.top() - cropping.bottom();
    int width = input.dim(1) - cropping.left() - cropping.right();
    if (height < 1 || width < 1) {
      throw Problem.of("would cut the whole image away")
          .expected("images larger than what is cut off, " + cropping)
          .got(input.toString())
          .fix("cut less")
          .see("shape-too-small")
          .asShapeException();
    }
    return Shape.of(height, width, input.dim(2));
  }

  @Override
  public Cropping2D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Cropping2D"));
  }
}
