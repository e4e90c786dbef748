package io.github.mnist4j.losses;

/**
 * Mean of the differences' log-cosh: {@code mean log cosh (output − y)}: nearly half the square
 * where it is small, and |output − y| − log 2 where it is large.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code logCosh()}</pre>
 */
public record LogCosh() implements Loss {
  @Override
  public String name() {
    return "log_cosh";
  }
}
