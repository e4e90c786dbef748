package io.github.mnist4j.losses;

/**
 * Hinge loss: {@code mean max(1 − y·output, 0)}. Targets are −1 and 1; where all of a batch are 0
 * and 1, a 0 is taken for −1, as in Keras.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code hinge()}</pre>
 */
public record Hinge() implements Loss {
  @Override
  public String name() {
    return "hinge";
  }
}
