package io.github.mnist4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One layer of one network at one batch size: its forward and backward pass, side by side, over
 * arrays that are made once.
 *
 * <p>A kernel owns the array it gives to the next one, and may overwrite the gradient that it is
 * given.
 */
interface Kernel {
  /** Returns the layer's output, {@code (n, …)}; {@link #forward} fills it. */
  INDArray output();

  /** Computes the output of the input that the kernel was made with. */
  void forward();

  /**
   * Says where the output's gradient will lie; called once, only in networks that train.
   *
   * @param dy {@code (n, …)}, as the output
   * @return the input's gradient, which {@link #backward} fills
   */
  INDArray bindGradient(INDArray dy);

  /** Computes the input's and the parameters' gradients of the output's, overwriting them. */
  void backward();
}
