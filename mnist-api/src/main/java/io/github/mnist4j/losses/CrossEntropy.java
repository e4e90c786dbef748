package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.layers.Activation;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The losses that compare probabilities, such as {@code −Σ y·log p}; p comes from the network, or
 * is made here of its logits, by softmax or, where each output is a question of its own, by
 * sigmoid.
 *
 * <p>With logits, the function and the logarithm are one step that neither overflows nor rounds to
 * log 0, so a network that ends in a {@code Dense} layer without activation and {@link
 * #fromLogits()} trains best. Given probabilities p, they are cut to [1e-7, 1 − 1e-7], behind
 * softmax divided by their sum before that, as Keras does.
 *
 * <pre>
 * {@code CrossEntropy loss = sparseCategoricalCrossentropy().fromLogits();     // behind Dense(10)}
 * </pre>
 */
public sealed interface CrossEntropy extends Loss
    permits BinaryCrossentropy,
        BinaryFocalCrossentropy,
        CategoricalCrossentropy,
        CategoricalFocalCrossentropy,
        SparseCategoricalCrossentropy {
  /** Returns whether the network's outputs are logits. */
  boolean logits();

  /** Returns the same loss for outputs that are logits (true) or probabilities (false). */
  CrossEntropy fromLogits(boolean logits);

  /** Returns the same loss for outputs that are logits. */
  default CrossEntropy fromLogits() {
    return fromLogits(true);
  }

  /** Returns what makes probabilities of logits: softmax, or sigmoid. */
  default Activation link() {
    return Activation.softmax;
  }

  @Override
  default void requireOutput(Activation last) {
    Set<Activation> probable = EnumSet.of(Activation.softmax, Activation.sigmoid);
    if (link() == Activation.sigmoid) {
      probable.add(Activation.sparse_sigmoid);
      probable.add(Activation.hard_sigmoid);
    }
    boolean probabilities = probable.contains(last);
    if (logits() && probabilities) {
      throw Problem.of(
              "the loss " + name() + " from logits would apply " + link() + " a second time")
          .expected("logits: a last layer without activation")
          .got("probabilities: the last layer's activation is " + last)
          .fix("take away .fromLogits(), or the last layer's activation")
          .see("logits-or-probabilities")
          .asCompileException();
    }
    if (!logits() && !probabilities) {
      throw Problem.of(
              "the loss " + name() + " would take the logarithm of what are no probabilities")
          .expected("probabilities: a last layer with " + link())
          .got("logits: the last layer's activation is " + last)
          .fix("write " + factory() + "().fromLogits(), or give the last layer " + link())
          .see("logits-or-probabilities")
          .asCompileException();
    }
  }

  private String factory() {
    String type = getClass().getSimpleName();
    return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }
}
