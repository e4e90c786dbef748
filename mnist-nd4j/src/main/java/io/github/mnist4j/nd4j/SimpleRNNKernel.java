package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.SimpleRNN;
import java.util.Arrays;

/** h′ = a(x·W + b + h·U). */
final class SimpleRNNKernel extends RecurrentKernel {
  private final Functions.Function activation;

  SimpleRNNKernel(SimpleRNN layer, Wiring wiring) {
    super(
        layer.units(),
        1,
        layer.useBias(),
        layer.dropout(),
        layer.seed(),
        layer.returnSequences(),
        layer.goBackwards(),
        wiring);
    activation = Functions.pointwise(layer.activation());
  }

  @Override
  void step(int step, int sample) {
    int place = place(step, sample);
    int before = state(step, sample);
    Products.rowTimes(states, before, recurrent.values, 0, width, units, width, projected, place);
    int behind = state(step + 1, sample);
    for (int u = 0; u < units; u++) {
      states[behind + u] = activation.value().applyAsDouble(projected[place + u]);
    }
  }

  @Override
  void stepBack(int step, int sample, double[] dState) {
    int place = place(step, sample);
    int before = state(step, sample);
    for (int u = 0; u < units; u++) {
      projectedGradient[place + u] =
          dState[u] * activation.slope().applyAsDouble(projected[place + u]);
    }
    Products.columnTimesRow(
        states, before, projectedGradient, place, units, width, recurrent.gradient, 0, width);
    Arrays.fill(dState, 0);
    Products.rowTimesTransposed(
        projectedGradient, place, recurrent.values, 0, width, units, width, dState, 0);
  }
}
