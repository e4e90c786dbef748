package io.github.mnist4j.nd4j;

/**
 * One layer on oneDNN: made, it records its forward steps; its gradient bound, its backward steps.
 */
interface DnnlKernel {
  /** Returns the layer's output. */
  Flow output();

  /**
   * Records the backward steps; called once, from the last layer to the first, only in networks
   * that train.
   *
   * @param dy the output's gradient, which the steps may overwrite
   * @return the input's gradient, or {@code null} if nobody wants it
   */
  Flow bindGradient(Flow dy);
}
