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
  /** Returns the layer's output, {@code (n, …)}; the forward steps fill it. */
  INDArray output();

  /** Adds the steps that compute the output of the input that the kernel was made with. */
  void forward(Steps steps);

  /**
   * Says where the output's gradient will lie; called once, only in networks that train.
   *
   * @param dy {@code (n, …)}, as the output
   * @return the input's gradient, which the backward steps fill
   */
  INDArray bindGradient(INDArray dy);

  /**
   * Adds the steps that compute the input's and the parameters' gradients of the output's,
   * overwriting them; called behind {@link #bindGradient}.
   */
  void backward(Steps steps);
}
