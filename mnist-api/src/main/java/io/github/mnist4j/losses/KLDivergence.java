package io.github.mnist4j.losses;

/**
 * Kullback and Leibler's divergence of one distribution from another: {@code Σ y · log(y / output)}
 * over the last axis, both cut to [1e-7, 1], and the mean over places. Outputs are probabilities:
 * let the last layer be {@code softmax}.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code klDivergence()}</pre>
 */
public record KLDivergence() implements Loss {
  @Override
  public String name() {
    return "kl_divergence";
  }
}
