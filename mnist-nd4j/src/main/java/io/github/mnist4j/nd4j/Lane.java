package io.github.mnist4j.nd4j;

/**
 * A network at one batch size, to be run by one thread at a time: forward, then perhaps backward.
 * Everything it needs is made once.
 */
interface Lane extends AutoCloseable {
  /** Returns the number of samples it is made for. */
  int n();

  /**
   * Runs forward.
   *
   * @param x samples, one behind the other
   * @param from the first sample to take
   * @param count how many, at most {@link #n}; what is computed for the others means nothing
   */
  void forward(float[] x, int from, int count);

  /**
   * Copies the outputs of {@code count} samples to the places of the samples from {@code from} on.
   */
  void output(float[] y, int from, int count);

  /** Runs backward from the gradient of the outputs, of {@code n} samples from {@code from} on. */
  void backward(float[] dy, int from);

  /**
   * Returns the gradients of the trainable parameters, flat, as the last backward pass left them.
   */
  float[] gradients();

  @Override
  void close();
}
