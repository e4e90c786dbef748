package io.github.mnist4j.losses;

/**
 * How little output and target point the same way: {@code −Σ y·output / (|y|·|output|)} over the
 * last axis, and the mean over places; −1 where they agree, 1 where they are opposite, 0 where one
 * is zero.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code Losses.cosineSimilarity()}</pre>
 */
public record CosineSimilarity() implements Loss {
  @Override
  public String name() {
    return "cosine_similarity";
  }
}
