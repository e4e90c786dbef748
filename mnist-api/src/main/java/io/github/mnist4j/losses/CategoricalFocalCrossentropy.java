package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;

/**
 * Cross-entropy that counts what is already right the less: {@code −Σ α·(1 − p)^γ·y·log p}. (Lin et
 * al. 2017.)
 *
 * <p>Shapes, per sample: output and target {@code (…, classes)}.
 *
 * <pre>{@code categoricalFocalCrossentropy().fromLogits().gamma(1)}</pre>
 *
 * @param logits whether the outputs are logits; Keras' default false
 * @param labelSmoothing how much of a target is spread over all classes, 0 up to but not 1; 0
 * @param alpha the factor of all classes, at least 0; 0.25
 * @param gamma how fast the weight of what is right falls, at least 0; 2
 */
public record CategoricalFocalCrossentropy(
    boolean logits, double labelSmoothing, double alpha, double gamma) implements CrossEntropy {
  /** Checks the ranges. */
  public CategoricalFocalCrossentropy {
    Check.inHalfOpen(0, 1, labelSmoothing, "CategoricalFocalCrossentropy", "labelSmoothing");
    Check.notNegative(alpha, "CategoricalFocalCrossentropy", "alpha");
    Check.notNegative(gamma, "CategoricalFocalCrossentropy", "gamma");
  }

  @Override
  public String name() {
    return "categorical_focal_crossentropy";
  }

  @Override
  public CategoricalFocalCrossentropy fromLogits(boolean logits) {
    return new CategoricalFocalCrossentropy(logits, labelSmoothing, alpha, gamma);
  }

  @Override
  public CategoricalFocalCrossentropy fromLogits() {
    return fromLogits(true);
  }

  /** Returns the same loss with targets that are spread a little over all classes. */
  public CategoricalFocalCrossentropy labelSmoothing(double labelSmoothing) {
    return new CategoricalFocalCrossentropy(logits, labelSmoothing, alpha, gamma);
  }

  /** Returns the same loss with another factor of all classes. */
  public CategoricalFocalCrossentropy alpha(double alpha) {
    return new CategoricalFocalCrossentropy(logits, labelSmoothing, alpha, gamma);
  }

  /** Returns the same loss with another power of what is not yet right. */
  public CategoricalFocalCrossentropy gamma(double gamma) {
    return new CategoricalFocalCrossentropy(logits, labelSmoothing, alpha, gamma);
  }

  @Override
  public void requireTargets(Shape target, Shape output) {
    Targets.requireSame(
        name(), target, output, "use sparseCategoricalCrossentropy() for class numbers");
  }
}
