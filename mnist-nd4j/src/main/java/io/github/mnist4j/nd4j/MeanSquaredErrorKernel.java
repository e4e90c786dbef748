package io.github.mnist4j.nd4j;

/** L = mean (o − y)²; dL/do = 2 (o − y) / count. */
final class MeanSquaredErrorKernel implements LossKernel {
  private final int size;

  MeanSquaredErrorKernel(int size) {
    this.size = size;
  }

  @Override
  public double evaluate(int n, double[] output, float[] y, double[] dy) {
    int count = n * size;
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double difference = output[i] - y[i];
      sum += difference * difference;
      dy[i] = 2 * difference / count;
    }
    return sum / count;
  }
}
