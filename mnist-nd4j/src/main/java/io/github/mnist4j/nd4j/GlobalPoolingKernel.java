package io.github.mnist4j.nd4j;

/**
 * The mean or the greatest of each channel over a whole sample. The greatest one's gradient is
 * shared by those that are equal to it, as in Keras on TensorFlow.
 */
final class GlobalPoolingKernel extends JavaKernel {
  private final boolean greatest;
  private final int channels;
  private final int places;

  GlobalPoolingKernel(boolean greatest, Wiring wiring) {
    super(wiring);
    this.greatest = greatest;
    channels = wiring.spec().input().dim(-1);
    places = inputSize() / channels;
  }

  @Override
  void compute() {
    java.util.Arrays.fill(y, greatest ? Double.NEGATIVE_INFINITY : 0);
    for (int i = 0; i < x.length; i++) {
      int out = out(i);
      y[out] = greatest ? Math.max(y[out], x[i]) : y[out] + x[i] / places;
    }
  }

  /** Returns the place of the output that an input goes to. */
  private int out(int i) {
    return i / inputSize() * channels + i % channels;
  }

  @Override
  void differentiate() {
    int[] equal = new int[y.length];
    for (int i = 0; i < x.length && greatest; i++) {
      equal[out(i)] += x[i] == y[out(i)] ? 1 : 0;
    }
    for (int i = 0; i < x.length; i++) {
      int out = out(i);
      if (!greatest) {
        dx[i] = dy[out] / places;
      } else if (x[i] == y[out]) {
        dx[i] = dy[out] / equal[out];
      }
    }
  }
}
