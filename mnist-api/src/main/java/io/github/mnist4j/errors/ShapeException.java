package io.github.mnist4j.errors;

/** Thrown where a shape does not fit the layer, the data or the weights it meets. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ShapeException(String message) {
    super(message);
  }
}
