package io.github.mnist4j.optimizers;

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

  /**
   * Returns the same optimizer with weights that decay: w −= w·wd·lr before each update, of every
   * weight that is trained, biases, too (Loshchilov and Hutter 2019).
   *
   * @param weightDecay wd, 0 or more
   */
  default T weightDecay(double weightDecay) {
    return options(options().weightDecay(weightDecay));
  }
}
