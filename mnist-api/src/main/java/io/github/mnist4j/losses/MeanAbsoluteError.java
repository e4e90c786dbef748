package io.github.mnist4j.losses;

/**
 * Mean of the differences without their signs: {@code mean |y − output|} over all of a sample's
 * numbers.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code meanAbsoluteError()}</pre>
 */
public record MeanAbsoluteError() implements Loss {
  @Override
  public String name() {
    return "mean_absolute_error";
  }
}
