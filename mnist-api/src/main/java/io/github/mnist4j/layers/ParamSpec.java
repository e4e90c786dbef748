package io.github.mnist4j.layers;

import io.github.mnist4j.tensor.Shape;

/**
 * One parameter of a layer: all that memory, summary and files need to know of it.
 *
 * @param name the name in its layer, as Keras has it: {@code kernel}, {@code bias}
 * @param shape its shape, as Keras has it: a convolution's kernel is {@code (height, width, in,
 *     out)}
 * @param initializer what fills it before the first step
 * @param trainable whether training changes it
 */
public record ParamSpec(String name, Shape shape, Initializer initializer, boolean trainable) {
  /** Returns a parameter that training changes. */
  public static ParamSpec of(String name, Shape shape, Initializer initializer) {
    return new ParamSpec(name, shape, initializer, true);
  }

  /** Returns the same parameter, which training does not change. */
  public ParamSpec frozen() {
    return new ParamSpec(name, shape, initializer, false);
  }
}
