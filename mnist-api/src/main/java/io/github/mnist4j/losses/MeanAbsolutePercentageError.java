package io.github.mnist4j.losses;

/**
 * Mean of the differences in hundredths of the target: {@code 100 · mean |y − output| / max(|y|,
 * 1e-7)}. Targets of zero make it huge.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code meanAbsolutePercentageError()}</pre>
 */
public record MeanAbsolutePercentageError() implements Loss {
  @Override
  public String name() {
    return "mean_absolute_percentage_error";
  }
}
