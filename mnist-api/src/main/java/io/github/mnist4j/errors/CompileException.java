package io.github.mnist4j.errors;

/**
 * Thrown where a network, its loss, its metrics and its engine cannot work together.
 *
 * <pre>{@code
 * try {
 *   cnn.compile(adam(), binaryCrossentropy(), accuracy());
 * } catch (CompileException e) {
 *   System.err.println(e.getMessage());     // what, where, expected, got, how to mend it
 * }
 * }</pre>
 */
public final class CompileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  CompileException(String message) {
    super(message);
  }
}
