package io.github.mnist4j.spi;

import io.github.mnist4j.layers.Activation;

/** The activations and their gradients, from their outputs. */
final class FakeActivation {
  private FakeActivation() {}

  static void apply(Activation activation, double[] y, int width) {
    switch (activation) {
      case linear -> {}
      case relu -> each(y, v -> Math.max(v, 0));
      case tanh -> each(y, Math::tanh);
      case sigmoid -> each(y, v -> 1 / (1 + Math.exp(-v)));
      case softmax -> softmax(y, width);
      default -> throw new IllegalArgumentException("the fake engine has no " + activation);
    }
  }

  private static void each(double[] y, java.util.function.DoubleUnaryOperator function) {
    for (int i = 0; i < y.length; i++) {
      y[i] = function.applyAsDouble(y[i]);
    }
  }

  static void softmax(double[] y, int width) {
    for (int from = 0; from < y.length; from += width) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = from; i < from + width; i++) {
        greatest = Math.max(greatest, y[i]);
      }
      double sum = 0;
      for (int i = from; i < from + width; i++) {
        y[i] = Math.exp(y[i] - greatest);
        sum += y[i];
      }
      for (int i = from; i < from + width; i++) {
        y[i] /= sum;
      }
    }
  }

  static double[] gradient(Activation activation, double[] y, double[] dy, int width) {
    double[] dz = dy.clone();
    for (int i = 0; i < dz.length; i++) {
      dz[i] *=
          switch (activation) {
            case linear -> 1;
            case relu -> y[i] > 0 ? 1 : 0;
            case tanh -> 1 - y[i] * y[i];
            case sigmoid -> y[i] * (1 - y[i]);
            case softmax -> y[i];
            default -> throw new IllegalArgumentException("no " + activation);
          };
    }
    if (activation == Activation.softmax) {
      for (int from = 0; from < dz.length; from += width) {
        double sum = 0;
        for (int i = from; i < from + width; i++) {
          sum += dz[i];
        }
        for (int i = from; i < from + width; i++) {
          dz[i] -= y[i] * sum;
        }
      }
    }
    return dz;
  }
}
