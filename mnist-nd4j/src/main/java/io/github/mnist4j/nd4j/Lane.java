package io.github.mnist4j.nd4j;

/**
 * A network at one batch size, to be run by one thread at a time: forward, then perhaps backward.
 * Everything it needs is made once.
 */
interface Lane extends AutoCloseable {
  /** Returns the number of samples it is made for. */
  int n();

  /**
   * Takes the samples of the next pass.
   *
   * @param x samples, one behind the other
   * @param from the first sample to take
   * @param count how many, at most {@link #n}; what is computed for the others means nothing
   */
  void input(float[] x, int from, int count);

  /** Returns the steps that run forward. */
  Steps forward();

  /**
   * Copies the outputs of {@code count} samples to the places of the samples from {@code from} on.
   */
  void output(float[] y, int from, int count);

  /** Takes the gradient of the outputs, of {@code n} samples from {@code from} on. */
  void outputGradient(float[] dy, int from);

  /** Returns the steps that run backward. */
  Steps backward();

  /** Returns what the layers add to the loss. */
  Penalties penalties();

  /** Returns the parameters, with this lane's own gradients. */
  Parameters parameters();

  /** Runs forward, the samples being the whole of a batch. */
  default void forward(float[] x, int from, int count) {
    input(x, from, count);
    forward().run();
  }

  /** Runs backward, the samples being the whole of a batch. */
  default void backward(float[] dy, int from) {
    outputGradient(dy, from);
    backward().run();
    parameters().collect();
  }

  /**
   * Returns the gradients of the trainable parameters, flat, as {@link Parameters#collect} last
   * found them.
   */
  default float[] gradients() {
    return parameters().gradients();
  }

  @Override
  void close();
}
