package io.github.mnist4j.losses;

/**
 * Mean of the squared differences of logarithms: {@code mean (log(y + 1) − log(output + 1))²},
 * where what is less than 1e-7, also the negative, counts as 1e-7.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code meanSquaredLogarithmicError()}</pre>
 */
public record MeanSquaredLogarithmicError() implements Loss {
  @Override
  public String name() {
    return "mean_squared_logarithmic_error";
  }
}
