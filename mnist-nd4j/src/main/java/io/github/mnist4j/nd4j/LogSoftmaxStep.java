package io.github.mnist4j.nd4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** y = x − ln Σ eˣ and dx = dy − eʸ · Σ dy, over the last axis, in Java. */
final class LogSoftmaxStep extends ActivationStep {
  private final INDArray y;
  private final double[] logarithms;
  private final int width;
  private INDArray dy;

  LogSoftmaxStep(INDArray y) {
    this.y = y;
    logarithms = new double[Math.toIntExact(y.length())];
    width = Math.toIntExact(y.size(-1));
  }

  @Override
  void forward() {
    read(y, logarithms);
    for (int from = 0; from < logarithms.length; from += width) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = from; i < from + width; i++) {
        greatest = Math.max(greatest, logarithms[i]);
      }
      double sum = 0;
      for (int i = from; i < from + width; i++) {
        sum += Math.exp(logarithms[i] - greatest);
      }
      double normalizer = greatest + Math.log(sum);
      for (int i = from; i < from + width; i++) {
        logarithms[i] -= normalizer;
      }
    }
    write(logarithms, y);
  }

  @Override
  void bind(INDArray dy) {
    this.dy = dy;
  }

  @Override
  void backward() {
    double[] gradient = new double[logarithms.length];
    read(dy, gradient);
    for (int from = 0; from < gradient.length; from += width) {
      double sum = 0;
      for (int i = from; i < from + width; i++) {
        sum += gradient[i];
      }
      for (int i = from; i < from + width; i++) {
        gradient[i] -= Math.exp(logarithms[i]) * sum;
      }
    }
    write(gradient, dy);
  }

  private static void read(INDArray array, double[] numbers) {
    if (array.dataType() == DataType.FLOAT) {
      float[] single = new float[numbers.length];
      Memory.read(array, single, 0, single.length);
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = single[i];
      }
    } else {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = array.data().getDouble(i);
      }
    }
  }

  private static void write(double[] numbers, INDArray array) {
    if (array.dataType() == DataType.FLOAT) {
      float[] single = new float[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        single[i] = (float) numbers[i];
      }
      Memory.write(single, 0, single.length, array);
    } else {
      for (int i = 0; i < numbers.length; i++) {
        array.data().put(i, numbers[i]);
      }
    }
  }
}
