package io.github.mnist4j.losses;

/**
 * Mean of the squared differences: {@code mean (y − output)²} over all of a sample's numbers.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code meanSquaredError()}</pre>
 */
public record MeanSquaredError() implements Loss {
  @Override
  public String name() {
    return "mean_squared_error";
  }
}
