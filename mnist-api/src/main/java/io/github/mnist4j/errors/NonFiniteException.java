package io.github.mnist4j.errors;

/**
 * Thrown where the loss of a training step is NaN or infinite; the weights are those before that
 * step.
 *
 * <pre>{@code
 * try {
 *   model.fit(train, epochs(10));
 * } catch (NonFiniteException e) {
 *   model.save(Path.of("before.keras"));     // the weights of the step before
 * }
 * }</pre>
 */
public final class NonFiniteException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  NonFiniteException(String message) {
    super(message);
  }
}
