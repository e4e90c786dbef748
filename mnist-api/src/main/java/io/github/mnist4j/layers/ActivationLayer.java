package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * An activation as a layer of its own; Keras' class {@code Activation}.
 *
 * <p>Shapes, per sample: x any (softmax and log_softmax: one axis or more), y as x.
 *
 * <pre>{@code Sequential.of(Dense(64), Activation(relu), Dense(10), Activation(softmax))}</pre>
 *
 * @param activation the function
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record ActivationLayer(Activation activation, @Nullable String name) implements Layer {
  /** Checks that all is there. */
  public ActivationLayer {
    Check.notNull(activation, "Activation", "activation");
  }

  @Override
  public Shape outputShape(Shape input) {
    boolean rows = activation == Activation.softmax || activation == Activation.log_softmax;
    if (rows && input.rank() == 0) {
      throw Problem.of("takes vectors")
          .expected("samples of one axis or more, (classes)")
          .got("single numbers, ()")
          .see("not-a-vector")
          .asShapeException();
    }
    return input;
  }

  @Override
  public String className() {
    return "Activation";
  }

  @Override
  public ActivationLayer name(String name) {
    return new ActivationLayer(activation, Check.layerName(name, "Activation"));
  }
}
