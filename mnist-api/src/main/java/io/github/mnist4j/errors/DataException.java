package io.github.mnist4j.errors;

/**
 * Thrown before any training where the data cannot be what the network and its loss want.
 *
 * <pre>{@code
 * try {
 *   model.fit(train, epochs(10));
 * } catch (DataException e) {
 *   System.err.println(e.getMessage());     // such as: a label of 10 in row 17, where there are ten classes
 * }
 * }</pre>
 */
public final class DataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  DataException(String message) {
    super(message);
  }
}
