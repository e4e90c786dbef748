package io.github.mnist4j.errors;

import org.jspecify.annotations.Nullable;

/** Thrown where a file or text does not hold the model or the weights it should hold. */
public final class ModelFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ModelFormatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
