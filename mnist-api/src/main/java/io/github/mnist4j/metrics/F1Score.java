package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The harmonic mean of precision and recall: {@code 2·p·r / (p + r)}.
 *
 * <p>Shapes, per sample: output and target {@code (classes)}. Without an average it is a number a
 * class, in logs {@code f1_score_0}, {@code f1_score_1} and so on.
 *
 * <pre>{@code cnn.compile(adam(), categoricalCrossentropy(), f1Score().average(Average.MACRO))}
 * </pre>
 *
 * @param average how the classes' numbers become one; {@code null}, Keras' default: they do not
 * @param threshold what an output must be above to be a yes, above 0 up to 1; {@code null}: the
 *     greatest output is the yes
 * @param name the name in logs
 */
public record F1Score(@Nullable Average average, @Nullable Double threshold, String name)
    implements Metric {
  /** Checks the ranges. */
  public F1Score {
    if (threshold != null) {
      Check.positive(threshold, "F1Score", "threshold");
      Thresholds.check(threshold, "F1Score");
    }
    Check.notNull(name, "F1Score", "name");
  }

  /** Returns the same metric with the classes' numbers made one, or not. */
  public F1Score average(@Nullable Average average) {
    return new F1Score(average, threshold, name);
  }

  /** Returns the same metric with another threshold. */
  public F1Score threshold(@Nullable Double threshold) {
    return new F1Score(average, threshold, name);
  }

  /** Returns the same metric with another name in logs. */
  public F1Score name(String name) {
    return new F1Score(average, threshold, name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Targets.requireClasses(name, target, output);
    return new FScores(output.size(), average, 1, threshold);
  }
}
