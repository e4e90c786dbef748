package io.github.mnist4j.spi;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** Dense arithmetic: y = activation(x·W + b), and its gradients, in loops. */
final class FakeDense {
  private final Map<String, Tensor> weights = new LinkedHashMap<>();
  private final Map<String, double[]> gradients = new LinkedHashMap<>();
  private final Activation activation;
  private final String kernel;
  private final String bias;
  private final int in;
  private final int units;
  private double[] x = {};
  private double[] y = {};

  FakeDense(LayerSpec layer) {
    activation = layer.layer().activation();
    kernel = layer.name() + "/kernel";
    bias = layer.name() + "/bias";
    layer
        .params()
        .forEach(param -> weights.put(layer.weightName(param), Tensor.zeros(param.shape())));
    weights.forEach((name, tensor) -> gradients.put(name, new double[tensor.size()]));
    Shape shape = weights.get(kernel).shape();
    in = shape.dim(0);
    units = shape.dim(1);
  }

  Map<String, Tensor> weights() {
    return weights;
  }

  Map<String, double[]> gradients() {
    return gradients;
  }

  double[] forward(double[] x) {
    this.x = x;
    float[] w = weights.get(kernel).data();
    Tensor b = weights.get(bias);
    y = new double[x.length / in * units];
    for (int i = 0; i < y.length; i++) {
      int row = i / units;
      int unit = i % units;
      double sum = b == null ? 0 : b.data()[unit];
      for (int k = 0; k < in; k++) {
        sum += x[row * in + k] * w[k * units + unit];
      }
      y[i] = sum;
    }
    FakeActivation.apply(activation, y, units);
    return y;
  }

  double[] backward(double[] dy) {
    double[] dz = FakeActivation.gradient(activation, y, dy, units);
    float[] w = weights.get(kernel).data();
    gradients.replaceAll((name, values) -> new double[values.length]);
    double[] dw = gradients.get(kernel);
    double[] db = gradients.getOrDefault(bias, new double[units]);
    double[] dx = new double[x.length];
    for (int i = 0; i < dz.length; i++) {
      int row = i / units;
      int unit = i % units;
      db[unit] += dz[i];
      for (int k = 0; k < in; k++) {
        dw[k * units + unit] += x[row * in + k] * dz[i];
        dx[row * in + k] += w[k * units + unit] * dz[i];
      }
    }
    return dx;
  }
}
