package io.github.mnist4j.errors;

import org.jspecify.annotations.Nullable;

/**
 * Thrown where a file or text does not hold the model or the weights it should hold.
 *
 * <pre>{@code
 * try (Model digits = Models.load(Path.of("digits.keras"))) {
 *   System.out.println(digits.evaluate(test));
 * } catch (ModelFormatException e) {
 *   System.err.println(e.getMessage());     // such as: the file was cut off
 * }
 * }</pre>
 */
public final class ModelFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelFormatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
