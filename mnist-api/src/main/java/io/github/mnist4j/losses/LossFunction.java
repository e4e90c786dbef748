package io.github.mnist4j.losses;

/**
 * The arithmetic of a loss of your own, for one sample; see {@link Losses#custom}.
 *
 * <p>It is called from several threads at once, so it must keep nothing between two calls.
 */
@FunctionalInterface
public interface LossFunction {
  /**
   * Returns the loss of one sample.
   *
   * @param y its target's numbers, row-major
   * @param output what the network gives for it, row-major
   * @param gradient receives the loss' derivative by each number of the output; zeros before
   */
  double evaluate(double[] y, double[] output, double[] gradient);
}
