package io.github.mnist4j.layers;

import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a network, as a value: what it is, not what it has learned.
 *
 * <p>Implemented by records, one a layer, named as Keras' {@code class_name}; their components are
 * its config keys. Shapes are those of one sample, without the batch.
 *
 * <pre>{@code
 * Layer layer = Conv2D(32, 3, relu).name("edges");
 * layer.outputShape(Shape.of(28, 28, 1));     // (26, 26, 32)
 * layer.params(Shape.of(28, 28, 1));          // kernel (3, 3, 1, 32), bias (32)
 * }</pre>
 */
public interface Layer {
  /**
   * Returns the layer's name, unique in its network; {@code null} until a network has given one.
   */
  @Nullable String name();

  /** Returns the same layer under another name. */
  Layer name(String name);

  /**
   * Returns the shape this layer makes of a sample.
   *
   * @throws io.github.mnist4j.errors.ShapeException if it cannot take such a sample
   */
  Shape outputShape(Shape input);

  /**
   * Returns the parameters this layer has for samples of a shape, in Keras' order; none by default.
   */
  default List<ParamSpec> params(Shape input) {
    return List.of();
  }

  /** Returns the function that this layer applies last; {@code linear} where it applies none. */
  default Activation activation() {
    return Activation.linear;
  }

  /** Returns what the layer's output adds to the loss; nothing by default. */
  default @Nullable Regularizer activityRegularizer() {
    return null;
  }

  /**
   * Returns whether the layer, when predicting, only passes its numbers on, perhaps in another
   * shape.
   */
  default boolean passesOn() {
    return false;
  }

  /** Returns the name of the layer's class in Keras, as files and summaries have it. */
  default String className() {
    return getClass().getSimpleName();
  }
}
