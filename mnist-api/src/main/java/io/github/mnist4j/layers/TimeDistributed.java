package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does with each step of a sequence what a layer does with a sample.
 *
 * <p>Shapes, per sample: x {@code (steps, …)}, y {@code (steps, …)}, behind the first axis as the
 * layer takes and makes it. Parameters are named {@code inner layer/parameter}.
 *
 * <pre>{@code Sequential.of(Input(5, 28, 28, 1), TimeDistributed(Flatten()), LSTM(32),
 * Dense(10))}</pre>
 *
 * @param layer the layer
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record TimeDistributed(Layer layer, @Nullable String name) implements Composite {
  /** Checks the ranges. */
  public TimeDistributed {
    layer =
        Inner.named(List.of(Check.notNull(layer, "TimeDistributed", "layer")), "TimeDistributed")
            .get(0);
  }

  @Override
  public List<Layer> inner() {
    return List.of(layer);
  }

  @Override
  public List<Shape> innerInputs(Shape input) {
    return List.of(input.withoutFirst());
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() < 2) {
      throw Problem.of("takes sequences")
          .expected("samples of two axes or more, (steps, …)")
          .got(input.toString())
          .see("not-a-sequence")
          .asShapeException();
    }
    return Inner.output(layer, input.withoutFirst()).prepend(input.dim(0));
  }

  @Override
  public TimeDistributed name(String name) {
    return Records.with(this, "name", Check.layerName(name, "TimeDistributed"));
  }
}
