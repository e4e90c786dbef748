package io.github.mnist4j.errors;

/**
 * Thrown where the loss of a training step is NaN or infinite; the weights are those before that
 * step.
 */
public final class NonFiniteException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  NonFiniteException(String message) {
    super(message);
  }
}
