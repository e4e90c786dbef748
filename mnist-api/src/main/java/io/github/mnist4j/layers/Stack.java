package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack of layers as one layer: Keras' {@code Sequential} inside of another. {@code
 * Sequential.of(…)} takes a {@code Sequential} for it.
 *
 * <p>Shapes, per sample: x as the first layer takes it, y as the last one makes it. Parameters are
 * named {@code inner layer/parameter}.
 *
 * <pre>{@code Sequential.of(Stack(Conv2D(16, 3, relu), MaxPool(2)), Flatten(), Dense(10))}</pre>
 *
 * @param layers the layers, first to last, at least one
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Stack(List<Layer> layers, @Nullable String name) implements Composite {
  /** Checks the ranges. */
  public Stack {
    layers = Inner.named(layers, "Stack");
  }

  @Override
  public List<Layer> inner() {
    return layers;
  }

  @Override
  public List<Shape> innerInputs(Shape input) {
    return Inner.chain(layers, input);
  }

  @Override
  public Shape outputShape(Shape input) {
    return Inner.end(layers, input);
  }

  @Override
  public String className() {
    return "Sequential";
  }

  @Override
  public Activation activation() {
    return layers.get(layers.size() - 1).activation();
  }

  @Override
  public Stack name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Stack"));
  }
}
