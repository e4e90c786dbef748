package io.github.mnist4j.losses;

/**
 * The arithmetic of a loss of your own, for one sample; see {@link Losses#custom}.
 *
 * <p>It is called from several threads at once, so it must keep nothing between two calls.
 *
 * <pre>{@code
 * LossFunction half = (y, output, gradient) -> {
 *   gradient[0] = output[0] - y[0];
 *   return gradient[0] * gradient[0] / 2;
 * };
 * cnn.compile(adam(), Losses.custom("half", half));
 * }</pre>
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
