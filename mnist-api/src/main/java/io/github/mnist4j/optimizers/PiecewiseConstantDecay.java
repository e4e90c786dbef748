package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;
import java.util.List;

/**
 * One rate after the other: the first up to and with step boundaries[0], the second up to and with
 * boundaries[1], the last behind the last boundary.
 *
 * <pre>{@code piecewiseConstantDecay(List.of(1000, 2000), List.of(0.1, 0.01, 0.001))}</pre>
 *
 * @param boundaries the last steps of all rates but the last, at least one, each larger than the
 *     one before
 * @param values the rates, 0 or more, one more than boundaries
 */
public record PiecewiseConstantDecay(List<Integer> boundaries, List<Double> values)
    implements Schedule {
  private static final String OWNER = "PiecewiseConstantDecay";

  /** Copies the lists and checks that they belong together. */
  public PiecewiseConstantDecay {
    boundaries = List.copyOf(boundaries);
    values = List.copyOf(values);
    Check.atLeast(1, boundaries.size(), OWNER, "the number of boundaries");
    if (values.size() != boundaries.size() + 1) {
      throw new IllegalArgumentException(
          OWNER
              + ": values must be one more than boundaries, got "
              + values.size()
              + " and "
              + boundaries.size());
    }
    values.forEach(value -> Check.notNegative(value, OWNER, "values"));
    for (int i = 1; i < boundaries.size(); i++) {
      if (boundaries.get(i) <= boundaries.get(i - 1)) {
        throw new IllegalArgumentException(OWNER + ": boundaries must grow, got " + boundaries);
      }
    }
  }

  @Override
  public double at(long step) {
    int i = 0;
    while (i < boundaries.size() && step > boundaries.get(i)) {
      i++;
    }
    return values.get(i);
  }
}
