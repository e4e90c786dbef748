package io.github.mnist4j.losses;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;

/**
 * What training makes small: a number a sample, averaged over the samples of a batch. The
 * arithmetic is the engine's; what a loss wants of targets and outputs is said here.
 *
 * <pre>{@code
 * Loss loss = sparseCategoricalCrossentropy().fromLogits();
 * cnn.compile(adam(), loss, accuracy());
 * }</pre>
 */
public sealed interface Loss
    permits CrossEntropy,
        CategoricalHinge,
        CosineSimilarity,
        CustomLoss,
        Hinge,
        Huber,
        KLDivergence,
        LogCosh,
        MeanAbsoluteError,
        MeanAbsolutePercentageError,
        MeanSquaredError,
        MeanSquaredLogarithmicError,
        Poisson,
        SquaredHinge {
  /** Returns Keras' name, {@code sparse_categorical_crossentropy}. */
  String name();

  /**
   * Requires that targets of a shape can be compared with outputs of a shape.
   *
   * @throws io.github.mnist4j.errors.DataException if not
   */
  default void requireTargets(Shape target, Shape output) {
    Targets.requireSame(name(), target, output, "give each sample a target of shape " + output);
  }

  /**
   * Requires that the network ends in what this loss takes: logits, probabilities, or anything.
   *
   * @throws io.github.mnist4j.errors.CompileException if not
   */
  default void requireOutput(Activation last) {}

  /**
   * Returns whether a target is the number of a class, to be in 0 up to but not the output's last
   * axis.
   */
  default boolean takesClassNumbers() {
    return false;
  }

  /** Returns whether a place with this target does not count, whatever the output is. */
  default boolean ignores(float target) {
    return false;
  }
}
