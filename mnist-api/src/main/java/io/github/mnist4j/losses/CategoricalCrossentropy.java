package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;

/**
 * Cross-entropy with targets of one number a class, such as one-hot: {@code −Σ y·log p}.
 *
 * <p>With a smoothing s, y is {@code y·(1 − s) + s / classes}: a network that need not become sure.
 * (Szegedy et al. 2016.)
 *
 * <p>Shapes, per sample: output and target {@code (…, classes)}.
 *
 * <pre>{@code categoricalCrossentropy().fromLogits().labelSmoothing(0.1)}</pre>
 *
 * @param logits whether the outputs are logits; Keras' default false
 * @param labelSmoothing how much of a target is spread over all classes, 0 up to but not 1; 0
 */
public record CategoricalCrossentropy(boolean logits, double labelSmoothing)
    implements CrossEntropy {
  /** Checks the range. */
  public CategoricalCrossentropy {
    Check.inHalfOpen(0, 1, labelSmoothing, "CategoricalCrossentropy", "labelSmoothing");
  }

  @Override
  public String name() {
    return "categorical_crossentropy";
  }

  @Override
  public CategoricalCrossentropy fromLogits(boolean logits) {
    return new CategoricalCrossentropy(logits, labelSmoothing);
  }

  @Override
  public CategoricalCrossentropy fromLogits() {
    return fromLogits(true);
  }

  /** Returns the same loss with targets that are spread a little over all classes. */
  public CategoricalCrossentropy labelSmoothing(double labelSmoothing) {
    return new CategoricalCrossentropy(logits, labelSmoothing);
  }

  @Override
  public void requireTargets(Shape target, Shape output) {
    Targets.requireSame(
        name(), target, output, "use sparseCategoricalCrossentropy() for class numbers");
  }
}
