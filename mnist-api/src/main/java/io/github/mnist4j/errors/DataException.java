package io.github.mnist4j.errors;

/** Thrown before any training where the data cannot be what the network and its loss want. */
public final class DataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  DataException(String message) {
    super(message);
  }
}
