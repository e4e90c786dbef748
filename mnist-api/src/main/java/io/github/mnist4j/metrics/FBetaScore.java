package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The harmonic mean of precision and recall, with recall β times as important: {@code (1 + β²)·p·r
 * / (β²·p + r)}.
 *
 * <p>Shapes, per sample: output and target {@code (classes)}. Without an average it is a number a
 * class, in logs {@code fbeta_score_0}, {@code fbeta_score_1} and so on.
 *
 * <pre>{@code cnn.compile(adam(), categoricalCrossentropy(), fBetaScore().average(Average.MACRO))}
 * </pre>
 *
 * @param average how the classes' numbers become one; {@code null}, Keras' default: they do not
 * @param beta how much more recall counts than precision, above 0; 1
 * @param threshold what an output must be above to be a yes, above 0 up to 1; {@code null}: the
 *     greatest output is the yes
 * @param name the name in logs
 */
public record FBetaScore(
    @Nullable Average average, double beta, @Nullable Double threshold, String name)
    implements Metric {
  /** Checks the ranges. */
  public FBetaScore {
    Check.positive(beta, "FBetaScore", "beta");
    if (threshold != null) {
      Check.positive(threshold, "FBetaScore", "threshold");
      Thresholds.check(threshold, "FBetaScore");
    }
    Check.notNull(name, "FBetaScore", "name");
  }

  /** Returns the same metric with the classes' numbers made one, or not. */
  public FBetaScore average(@Nullable Average average) {
    return new FBetaScore(average, beta, threshold, name);
  }

  /** Returns the same metric with another importance of recall. */
  public FBetaScore beta(double beta) {
    return new FBetaScore(average, beta, threshold, name);
  }

  /** Returns the same metric with another threshold. */
  public FBetaScore threshold(@Nullable Double threshold) {
    return new FBetaScore(average, beta, threshold, name);
  }

  /** Returns the same metric with another name in logs. */
  public FBetaScore name(String name) {
    return new FBetaScore(average, beta, threshold, name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Targets.requireClasses(name, target, output);
    return new FScores(output.size(), average, beta, threshold);
  }
}
