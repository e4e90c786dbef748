package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.Optional;

/**
 * The area under a curve that outputs draw when the threshold above which they are a yes goes from
 * 0 to 1; all numbers of an output are counted together. (Of PR curves: Davis &amp; Goadrich 2006.)
 *
 * <p>Shapes, per sample: output any, target the same; a target other than 0 is a yes.
 *
 * <pre>{@code cnn.compile(adam(), binaryCrossentropy(), auc().curve(AUC.Curve.PR))}</pre>
 *
 * @param numThresholds how many thresholds, at least 2; Keras' default 200
 * @param curve which curve; ROC
 * @param summationMethod how the area between two thresholds is taken; interpolation
 * @param logits whether sigmoid is to make probabilities of the outputs first; false
 * @param name the name in logs
 */
public record AUC(
    int numThresholds, Curve curve, SummationMethod summationMethod, boolean logits, String name)
    implements Metric {
  /** Curves. */
  public enum Curve {
    /** Recall over the part of false positives among all that is a no. */
    ROC,
    /** Precision over recall. */
    PR
  }

  /** How the area between two thresholds is taken. */
  public enum SummationMethod {
    /** By the mean of both heights; of PR curves, along the curve that the counts between draw. */
    INTERPOLATION,
    /** By the lower height. */
    MINORING,
    /** By the greater height. */
    MAJORING
  }

  /** Checks the ranges. */
  public AUC {
    Check.atLeast(2, numThresholds, "AUC", "numThresholds");
    Check.notNull(curve, "AUC", "curve");
    Check.notNull(summationMethod, "AUC", "summationMethod");
    Check.notNull(name, "AUC", "name");
  }

  /** Returns the same metric with another number of thresholds. */
  public AUC numThresholds(int numThresholds) {
    return new AUC(numThresholds, curve, summationMethod, logits, name);
  }

  /** Returns the same metric of another curve. */
  public AUC curve(Curve curve) {
    return new AUC(numThresholds, curve, summationMethod, logits, name);
  }

  /** Returns the same metric with the area between two thresholds taken in another way. */
  public AUC summationMethod(SummationMethod summationMethod) {
    return new AUC(numThresholds, curve, summationMethod, logits, name);
  }

  /** Returns the same metric of logits. */
  public AUC fromLogits() {
    return fromLogits(true);
  }

  /** Returns the same metric of logits, or of probabilities. */
  public AUC fromLogits(boolean logits) {
    return new AUC(numThresholds, curve, summationMethod, logits, name);
  }

  /** Returns the same metric with another name in logs. */
  public AUC name(String name) {
    return new AUC(numThresholds, curve, summationMethod, logits, name);
  }

  @Override
  public Optional<Direction> direction() {
    return Optional.of(Direction.UP);
  }

  @Override
  public Accumulator start(Shape target, Shape output) {
    Targets.requireSame(name, target, output);
    return new AreaUnderCurve(this, output.size());
  }
}
