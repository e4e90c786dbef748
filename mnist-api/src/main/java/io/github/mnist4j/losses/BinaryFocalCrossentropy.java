package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.layers.Activation;

/**
 * Binary cross-entropy that counts what is already right the less: each term of {@link
 * BinaryCrossentropy} times {@code (1 − q)^γ}, {@code q = y·p + (1 − y)·(1 − p)}. (Lin et al.
 * 2017.)
 *
 * <p>Where classes are balanced, each term is times {@code y·α + (1 − y)·(1 − α)} as well.
 *
 * <p>Shapes, per sample: output any, target the same.
 *
 * <pre>{@code binaryFocalCrossentropy().fromLogits().applyClassBalancing(true)}</pre>
 *
 * @param logits whether the outputs are logits, and not behind sigmoid; Keras' default false
 * @param labelSmoothing how far targets are moved towards one half, 0 up to but not 1; 0
 * @param applyClassBalancing whether {@code alpha} counts; false
 * @param alpha the weight of class 1, in 0 up to 1; 0.25
 * @param gamma how fast the weight of what is right falls, at least 0; 2
 */
public record BinaryFocalCrossentropy(
    boolean logits, double labelSmoothing, boolean applyClassBalancing, double alpha, double gamma)
    implements CrossEntropy {
  /** Checks the ranges. */
  public BinaryFocalCrossentropy {
    Check.inHalfOpen(0, 1, labelSmoothing, "BinaryFocalCrossentropy", "labelSmoothing");
    Check.inHalfOpen(0, Math.nextUp(1.0), alpha, "BinaryFocalCrossentropy", "alpha");
    Check.notNegative(gamma, "BinaryFocalCrossentropy", "gamma");
  }

  @Override
  public String name() {
    return "binary_focal_crossentropy";
  }

  @Override
  public Activation link() {
    return Activation.sigmoid;
  }

  @Override
  public BinaryFocalCrossentropy fromLogits(boolean logits) {
    return new BinaryFocalCrossentropy(logits, labelSmoothing, applyClassBalancing, alpha, gamma);
  }

  @Override
  public BinaryFocalCrossentropy fromLogits() {
    return fromLogits(true);
  }

  /** Returns the same loss with targets that are moved a little towards one half. */
  public BinaryFocalCrossentropy labelSmoothing(double labelSmoothing) {
    return new BinaryFocalCrossentropy(logits, labelSmoothing, applyClassBalancing, alpha, gamma);
  }

  /** Returns the same loss with classes weighted by {@code alpha}, or not. */
  public BinaryFocalCrossentropy applyClassBalancing(boolean applyClassBalancing) {
    return new BinaryFocalCrossentropy(logits, labelSmoothing, applyClassBalancing, alpha, gamma);
  }

  /** Returns the same loss with another weight of class 1. */
  public BinaryFocalCrossentropy alpha(double alpha) {
    return new BinaryFocalCrossentropy(logits, labelSmoothing, applyClassBalancing, alpha, gamma);
  }

  /** Returns the same loss with another power of what is not yet right. */
  public BinaryFocalCrossentropy gamma(double gamma) {
    return new BinaryFocalCrossentropy(logits, labelSmoothing, applyClassBalancing, alpha, gamma);
  }
}
