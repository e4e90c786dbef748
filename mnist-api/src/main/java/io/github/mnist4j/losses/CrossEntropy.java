package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Activation;

/**
 * The losses that compare probabilities, {@code −Σ y·log p}; p comes from the network, or is made
 * here of its logits by softmax.
 *
 * <p>With logits, softmax and logarithm are one step that neither overflows nor rounds to log 0, so
 * a network that ends in a {@code Dense} layer without activation and {@link #fromLogits()} trains
 * best. Given probabilities p, they are divided by their sum and cut to [1e-7, 1 − 1e-7], as Keras
 * does.
 */
public sealed interface CrossEntropy extends Loss
    permits CategoricalCrossentropy, SparseCategoricalCrossentropy {
  /** Returns whether the network's outputs are logits. */
  boolean logits();

  /** Returns the same loss for outputs that are logits (true) or probabilities (false). */
  CrossEntropy fromLogits(boolean logits);

  /** Returns the same loss for outputs that are logits. */
  default CrossEntropy fromLogits() {
    return fromLogits(true);
  }

  @Override
  default void requireOutput(Activation last) {
    boolean probabilities = last == Activation.softmax || last == Activation.sigmoid;
    if (logits() && probabilities) {
      throw Problem.of("the loss " + name() + " from logits would apply softmax a second time")
          .expected("logits: a last layer without activation")
          .got("probabilities: the last layer's activation is " + last)
          .fix("take away .fromLogits(), or the last layer's activation")
          .see("logits-or-probabilities")
          .asCompileException();
    }
    if (!logits() && !probabilities) {
      throw Problem.of(
              "the loss " + name() + " would take the logarithm of what are no probabilities")
          .expected("probabilities: a last layer with softmax")
          .got("logits: the last layer's activation is " + last)
          .fix("write " + factory() + "().fromLogits(), or give the last layer softmax")
          .see("logits-or-probabilities")
          .asCompileException();
    }
  }

  private String factory() {
    return this instanceof SparseCategoricalCrossentropy
        ? "sparseCategoricalCrossentropy"
        : "categoricalCrossentropy";
  }
}
