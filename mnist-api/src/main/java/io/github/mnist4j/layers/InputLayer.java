package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Says what shape the samples have; stands first in a network, or nowhere.
 *
 * <pre>{@code Sequential.of(Input(28, 28, 1), Flatten(), Dense(10))}</pre>
 *
 * @param shape one sample's shape
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record InputLayer(Shape shape, @Nullable String name) implements Layer {
  /** Checks that there is something in a sample. */
  public InputLayer {
    Check.notNull(shape, "Input", "shape");
    Check.atLeast(1, shape.size(), "Input", "the number of elements of a sample");
  }

  @Override
  public InputLayer name(String name) {
    return new InputLayer(shape, Check.layerName(name, "Input"));
  }

  @Override
  public Shape outputShape(Shape input) {
    if (!input.equals(shape)) {
      throw Problem.of("is not what the samples are")
          .expected(shape.toString())
          .got(input.toString())
          .fix(
              "give the data the shape "
                  + shape
                  + ", or the network Input"
                  + input.toString().replace(",)", ")"))
          .see("input-shape")
          .asShapeException();
    }
    return shape;
  }
}
