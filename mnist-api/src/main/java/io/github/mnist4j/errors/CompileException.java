package io.github.mnist4j.errors;

/** Thrown where a network, its loss, its metrics and its engine cannot work together. */
public final class CompileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  CompileException(String message) {
    super(message);
  }
}
