package io.github.mnist4j.nd4j;

import io.github.mnist4j.optimizers.Adadelta;
import io.github.mnist4j.optimizers.Adagrad;
import io.github.mnist4j.optimizers.Adam;
import io.github.mnist4j.optimizers.AdamW;
import io.github.mnist4j.optimizers.Adamax;
import io.github.mnist4j.optimizers.Ftrl;
import io.github.mnist4j.optimizers.Lion;
import io.github.mnist4j.optimizers.Nadam;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.RMSprop;
import io.github.mnist4j.optimizers.SGD;
import java.util.Arrays;
import java.util.Map;

/**
 * An optimizer at work: one loop over the flat arrays. In plain Java: the compiler makes vector
 * instructions of it, and ND4J's own operations take ten times as long.
 */
interface Update {
  /**
   * Changes weights by their gradients.
   *
   * @param weights as many as gradients, and maybe others behind them
   * @param gradients may be changed, too
   * @param t the step, counted from 1
   */
  void apply(float[] weights, float[] gradients, double learningRate, long t);

  /**
   * Returns the optimizer's arrays by the names of {@link Optimizer#slots}, one number a trainable
   * weight, and {@link Optimizer#scalars}, one number; not copies.
   */
  Map<String, float[]> slots();

  /**
   * Returns the update of an optimizer.
   *
   * @param sizes how many weights each trainable parameter has, in their order
   */
  static Update of(Optimizer optimizer, int... sizes) {
    return new SharedUpdate(
        optimizer.options(), plain(optimizer, Arrays.stream(sizes).sum()), sizes);
  }

  private static Update plain(Optimizer optimizer, int size) {
    if (optimizer instanceof Adam adam) {
      return new AdamUpdate(adam, size);
    } else if (optimizer instanceof AdamW adam) {
      return new AdamUpdate(
          new Adam(adam.beta1(), adam.beta2(), adam.epsilon(), adam.amsgrad(), adam.options()),
          size);
    } else if (optimizer instanceof Adamax adamax) {
      return new AdamaxUpdate(adamax, size);
    } else if (optimizer instanceof Nadam nadam) {
      return new NadamUpdate(nadam, size);
    } else if (optimizer instanceof RMSprop rmsprop) {
      return new RMSpropUpdate(rmsprop, size);
    } else if (optimizer instanceof Adagrad adagrad) {
      return new AdagradUpdate(adagrad, size);
    } else if (optimizer instanceof Adadelta adadelta) {
      return new AdadeltaUpdate(adadelta, size);
    } else if (optimizer instanceof Lion lion) {
      return new LionUpdate(lion, size);
    } else if (optimizer instanceof Ftrl ftrl) {
      return new FtrlUpdate(ftrl, size);
    } else if (optimizer instanceof SGD sgd) {
      return new SGDUpdate(sgd, size);
    }
    throw new IllegalStateException("no update for " + optimizer);
  }
}
