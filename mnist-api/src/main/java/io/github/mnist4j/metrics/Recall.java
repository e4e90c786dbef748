package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of what is a yes that the network takes for one: {@code true positives / (true positives
 * + false negatives)}, 0 where there is none.
 *
 * <p>Each number of the output is a question of its own; a target other than 0 is a yes. With
 * {@code topK}, only the greatest outputs of the last axis can be one; with {@code classId}, only
 * one class is looked at.
 *
 * <pre>{@code cnn.compile(adam(), categoricalCrossentropy(), recall().classId(8))}</pre>
 *
 * @param threshold what an output must be above to be a yes, in 0 up to 1; {@code null}: 0.5, and
 *     with {@code topK} none
 * @param topK how many of the greatest outputs may be a yes, at least 1; {@code null}: all
 * @param classId the place in the last axis that counts; {@code null}: all
 * @param name the name in logs
 */
public record Recall(
    @Nullable Double threshold, @Nullable Integer topK, @Nullable Integer classId, String name)
    implements Metric {
  /** Checks the ranges. */
  public Recall {
    if (threshold != null) {
      Thresholds.check(threshold, "Recall");
    }
    if (topK != null) {
      Check.atLeast(1, topK, "Recall", "topK");
    }
    if (classId != null) {
      Check.atLeast(0, classId, "Recall", "classId");
    }
    Check.notNull(name, "Recall", "name");
  }

  /** Returns the same metric with another threshold. */
  public Recall threshold(@Nullable Double threshold) {
    return new Recall(threshold, topK, classId, name);
  }

  /** Returns the same metric of the greatest outputs. */
  public Recall topK(@Nullable Integer topK) {
    return new Recall(threshold, topK, classId, name);
  }

  /** Returns the same metric of one class. */
  public Recall classId(@Nullable Integer classId) {
    return new Recall(threshold, topK, classId, name);
  }

  /** Returns the same metric with another name in logs. */
  public Recall name(String name) {
    return new Recall(threshold, topK, classId, name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Targets.requireSame(name, target, output);
    Targets.requireWidth(name, "topK", topK == null ? 0 : topK, output);
    Targets.requireWidth(name, "classId", classId == null ? 0 : classId + 1, output);
    return new Positives(output, threshold, topK, classId) {
      @Override
      double part(double truePositives, double falsePositives, double falseNegatives) {
        return truePositives / (truePositives + falseNegatives);
      }
    };
  }
}
