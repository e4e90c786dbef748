package io.github.mnist4j.layers;

import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a layer: all that memory, summary and files need to know of it.
 *
 * <pre>{@code ParamSpec.of("kernel", Shape.of(784, 10), Initializers.glorotUniform())}</pre>
 *
 * @param name the name in its layer, as Keras has it: {@code kernel}, {@code bias}
 * @param shape its shape, as Keras has it: a convolution's kernel is {@code (height, width, in,
 *     out)}
 * @param initializer what fills it before the first step
 * @param trainable whether training changes it
 * @param regularizer what it adds to the loss while it is trained, or {@code null} for nothing
 * @param constraint what is done to it behind each step, or {@code null} for nothing
 */
public record ParamSpec(
    String name,
    Shape shape,
    Initializer initializer,
    boolean trainable,
    @Nullable Regularizer regularizer,
    @Nullable Constraint constraint) {
  /** Requires that regularizer and constraint can take the shape. */
  public ParamSpec {
    if (regularizer != null) {
      regularizer.requireShape(shape);
    }
    if (constraint != null) {
      constraint.requireShape(shape);
    }
  }

  /** Returns a parameter that training changes. */
  public static ParamSpec of(String name, Shape shape, Initializer initializer) {
    return new ParamSpec(name, shape, initializer, true, null, null);
  }

  /** Returns a parameter that training does not change. */
  public static ParamSpec fixed(String name, Shape shape, Initializer initializer) {
    return new ParamSpec(name, shape, initializer, false, null, null);
  }

  /**
   * Returns the same parameter with a penalty and a constraint.
   *
   * @throws io.github.mnist4j.errors.ShapeException if one of them cannot take its shape
   */
  public ParamSpec with(@Nullable Regularizer regularizer, @Nullable Constraint constraint) {
    return new ParamSpec(name, shape, initializer, trainable, regularizer, constraint);
  }

  /** Returns the same parameter of a layer inside of another. */
  ParamSpec inside(String layer) {
    return new ParamSpec(
        layer + "/" + name, shape, initializer, trainable, regularizer, constraint);
  }

  /** Returns the same parameter, which training does not change. */
  public ParamSpec frozen() {
    return new ParamSpec(name, shape, initializer, false, regularizer, constraint);
  }
}
