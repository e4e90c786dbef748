package io.github.mnist4j.losses;

/**
 * Poisson's loss of counts: {@code mean (output − y · log(output + 1e-7))}, less what does not
 * depend on the output. Outputs must not be negative: let the last layer be {@code softplus} or
 * {@code exponential}.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code poisson()}</pre>
 */
public record Poisson() implements Loss {
  @Override
  public String name() {
    return "poisson";
  }
}
