package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Activation;

/**
 * Cross-entropy where each output answers a question of its own with yes or no: {@code mean(−y·log
 * p − (1 − y)·log(1 − p))}.
 *
 * <p>With a smoothing s, y is {@code y·(1 − s) + s / 2}.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code binaryCrossentropy().fromLogits()}</pre>
 *
 * @param logits whether the outputs are logits, and not behind sigmoid; Keras' default false
 * @param labelSmoothing how far targets are moved towards one half, 0 up to but not 1; 0
 */
public record BinaryCrossentropy(boolean logits, double labelSmoothing) implements CrossEntropy {
  /** Checks the range. */
  public BinaryCrossentropy {
    Check.inHalfOpen(0, 1, labelSmoothing, "BinaryCrossentropy", "labelSmoothing");
  }

  @Override
  public String name() {
    return "binary_crossentropy";
  }

  @Override
  public Activation link() {
    return Activation.sigmoid;
  }

  @Override
  public BinaryCrossentropy fromLogits(boolean logits) {
    return new BinaryCrossentropy(logits, labelSmoothing);
  }

  @Override
  public BinaryCrossentropy fromLogits() {
    return fromLogits(true);
  }

  /** Returns the same loss with targets that are moved a little towards one half. */
  public BinaryCrossentropy labelSmoothing(double labelSmoothing) {
    return new BinaryCrossentropy(logits, labelSmoothing);
  }
}
