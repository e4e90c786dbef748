package io.github.mnist4j.optimizers;

import io.github.mnist4j.errors.Check;

/**
 * What can be set of every optimizer.
 *
 * <pre>{@code rmsprop().learningRate(3e-4).weightDecay(1e-4)}</pre>
 *
 * @param <T> the optimizer itself
 */
public sealed interface SharedOptions<T extends SharedOptions<T>> extends Optimizer
    permits Adadelta, Adagrad, Adam, AdamW, Adamax, Ftrl, Lion, Nadam, RMSprop, SGD {
  @Override
  T options(OptimizerOptions options);

  @Override
  default T learningRate(double learningRate) {
    return options(options().learningRate(learningRate));
  }

  @Override
  default T learningRate(Schedule schedule) {
    return options(options().schedule(Check.notNull(schedule, "optimizer", "schedule")));
  }

  /**
   * Returns the same optimizer with weights that decay: w −= w·wd·lr before each update, of every
   * weight that is trained, biases, too (Loshchilov and Hutter 2019).
   *
   * @param weightDecay wd, 0 or more
   */
  default T weightDecay(double weightDecay) {
    return options(options().weightDecay(weightDecay));
  }

  /**
   * Returns the same optimizer with clipped gradients: the gradient of each parameter is scaled
   * down to this norm where its Euclidean norm is larger: g ← g·c / max(c, ‖g‖).
   *
   * <pre>{@code adam().clipnorm(1.0)}</pre>
   *
   * @param clipnorm c, above 0
   * @throws IllegalArgumentException if gradients are clipped in another way already
   */
  default T clipnorm(double clipnorm) {
    return options(options().clipnorm(clipnorm));
  }

  /**
   * Returns the same optimizer with clipped gradients: all are scaled down together where the
   * Euclidean norm of all of them is larger than this one.
   *
   * @param globalClipnorm the largest norm, above 0
   * @throws IllegalArgumentException if gradients are clipped in another way already
   */
  default T globalClipnorm(double globalClipnorm) {
    return options(options().globalClipnorm(globalClipnorm));
  }

  /**
   * Returns the same optimizer with clipped gradients: each number is at least −c and at most c.
   *
   * @param clipvalue c, above 0
   * @throws IllegalArgumentException if gradients are clipped in another way already
   */
  default T clipvalue(double clipvalue) {
    return options(options().clipvalue(clipvalue));
  }

  /**
   * Returns the same optimizer with averages of the weights, a = μ·a + (1 − μ)·w behind each step
   * (Polyak and Juditsky 1992), which take the weights' place at the end of each {@code fit}. So
   * validation within {@code fit} is of the weights as they were trained.
   *
   * <pre>{@code adam().ema(0.99)}</pre>
   *
   * @param emaMomentum μ, 0 to 1; Keras' default 0.99
   */
  default T ema(double emaMomentum) {
    return options(options().useEma(true).emaMomentum(emaMomentum));
  }

  /** Returns the same optimizer with or without averages of the weights; see {@link #ema}. */
  default T useEma(boolean useEma) {
    return options(options().useEma(useEma));
  }

  /** Returns the same optimizer with another decay of the averages; see {@link #ema}. */
  default T emaMomentum(double emaMomentum) {
    return options(options().emaMomentum(emaMomentum));
  }

  /**
   * Returns the same optimizer with averages that take the weights' place also while training; see
   * {@link #ema}.
   *
   * @param emaOverwriteFrequency after how many updates each, at least 1
   */
  default T emaOverwriteFrequency(int emaOverwriteFrequency) {
    return options(options().emaOverwriteFrequency(emaOverwriteFrequency));
  }

  /**
   * Returns the same optimizer with an update of the mean gradient of several batches, as if they
   * were one, which need not be in memory at once. What is gathered when an epoch or a {@code fit}
   * ends counts in the next.
   *
   * @param gradientAccumulationSteps how many batches, at least 2
   */
  default T gradientAccumulationSteps(int gradientAccumulationSteps) {
    return options(options().gradientAccumulationSteps(gradientAccumulationSteps));
  }
}
