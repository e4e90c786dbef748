package io.github.mnist4j.losses;

import io.github.mnist4j.tensor.Shape;

/**
 * Cross-entropy with targets of one number a class, such as one-hot: {@code −Σ y·log p}.
 *
 * <p>Shapes, per sample: output and target {@code (…, classes)}.
 *
 * <pre>{@code categoricalCrossentropy().fromLogits()}</pre>
 *
 * @param logits whether the outputs are logits; Keras' default false
 */
public record CategoricalCrossentropy(boolean logits) implements CrossEntropy {
  @Override
  public String name() {
    return "categorical_crossentropy";
  }

  @Override
  public CategoricalCrossentropy fromLogits(boolean logits) {
    return new CategoricalCrossentropy(logits);
  }

  @Override
  public void requireTargets(Shape target, Shape output) {
    Targets.requireSame(
        name(), target, output, "use sparseCategoricalCrossentropy() for class numbers");
  }
}
