package io.github.mnist4j.spi;

import io.github.mnist4j.optimizers.Adam;
import io.github.mnist4j.optimizers.Optimizer;
import io.github.mnist4j.optimizers.SGD;
import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** The optimizers, and their state as it is saved. */
final class FakeUpdate {
  private final Optimizer optimizer;
  private final Map<String, Tensor> state = new LinkedHashMap<>();

  FakeUpdate(Optimizer optimizer, Map<String, Shape> weights) {
    this.optimizer = optimizer;
    OptimizerStates.shapes(optimizer, weights)
        .forEach((name, shape) -> state.put(name, Tensor.zeros(shape)));
  }

  Map<String, Tensor> state() {
    return state;
  }

  void next() {
    state.get(OptimizerStates.ITERATION).data()[0]++;
  }

  void apply(String name, float[] w, double[] g, double learningRate) {
    if (optimizer instanceof Adam adam) {
      float[] m = state.get(name + "/momentum").data();
      adam(adam, w, g, m, state.get(name + "/velocity").data(), learningRate);
    } else {
      Tensor m = state.getOrDefault(name + "/momentum", Tensor.zeros(Shape.of(w.length)));
      sgd((SGD) optimizer, w, g, m.data(), learningRate);
    }
  }

  private static void sgd(SGD sgd, float[] w, double[] g, float[] m, double learningRate) {
    for (int i = 0; i < w.length; i++) {
      m[i] = (float) (sgd.momentum() * m[i] - learningRate * g[i]);
      w[i] += (float) (sgd.nesterov() ? sgd.momentum() * m[i] - learningRate * g[i] : m[i]);
    }
  }

  private void adam(Adam adam, float[] w, double[] g, float[] m, float[] v, double learningRate) {
    double t = state.get(OptimizerStates.ITERATION).data()[0];
    double alpha =
        learningRate * Math.sqrt(1 - Math.pow(adam.beta2(), t)) / (1 - Math.pow(adam.beta1(), t));
    for (int i = 0; i < w.length; i++) {
      m[i] += (float) ((g[i] - m[i]) * (1 - adam.beta1()));
      v[i] += (float) ((g[i] * g[i] - v[i]) * (1 - adam.beta2()));
      w[i] -= (float) (alpha * m[i] / (Math.sqrt(v[i]) + adam.epsilon()));
    }
  }
}
