package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.LSTM;
import java.util.Arrays;

/**
 * With i, f, g, o of x·W + b + h·U: c′ = σ(f)·c + σ(i)·a(g), h′ = σ(o)·a(c′). The order of the
 * parts is Keras': i, f, g, o.
 */
final class LSTMKernel extends RecurrentKernel {
  private final Functions.Function activation;
  private final Functions.Function gate;
  private final double[] cells;
  private final double[] dCell;

  LSTMKernel(LSTM layer, Wiring wiring) {
    super(
        layer.units(),
        4,
        layer.useBias(),
        layer.dropout(),
        layer.seed(),
        layer.returnSequences(),
        layer.goBackwards(),
        wiring);
    activation = Functions.pointwise(layer.activation());
    gate = Functions.pointwise(layer.recurrentActivation());
    cells = new double[states.length];
    dCell = new double[units];
  }

  @Override
  void step(int step, int sample) {
    int place = place(step, sample);
    int before = state(step, sample);
    int behind = state(step + 1, sample);
    Products.rowTimes(states, before, recurrent.values, 0, width, units, width, projected, place);
    for (int u = 0; u < units; u++) {
      double in = gate.value().applyAsDouble(projected[place + u]);
      double forget = gate.value().applyAsDouble(projected[place + units + u]);
      double candidate = activation.value().applyAsDouble(projected[place + 2 * units + u]);
      double out = gate.value().applyAsDouble(projected[place + 3 * units + u]);
      cells[behind + u] = forget * cells[before + u] + in * candidate;
      states[behind + u] = out * activation.value().applyAsDouble(cells[behind + u]);
    }
  }

  @Override
  void beginBack() {
    Arrays.fill(dCell, 0);
  }

  @Override
  void stepBack(int step, int sample, double[] dState) {
    int place = place(step, sample);
    int before = state(step, sample);
    int behind = state(step + 1, sample);
    for (int u = 0; u < units; u++) {
      int i = place + u;
      int f = i + units;
      int g = f + units;
      int o = g + units;
      double cell = cells[behind + u];
      double dOut = dState[u] * activation.value().applyAsDouble(cell);
      double out = gate.value().applyAsDouble(projected[o]);
      dCell[u] += dState[u] * out * activation.slope().applyAsDouble(cell);
      double candidate = activation.value().applyAsDouble(projected[g]);
      double in = gate.value().applyAsDouble(projected[i]);
      projectedGradient[i] = dCell[u] * candidate * gate.slope().applyAsDouble(projected[i]);
      projectedGradient[f] =
          dCell[u] * cells[before + u] * gate.slope().applyAsDouble(projected[f]);
      projectedGradient[g] = dCell[u] * in * activation.slope().applyAsDouble(projected[g]);
      projectedGradient[o] = dOut * gate.slope().applyAsDouble(projected[o]);
      dCell[u] *= gate.value().applyAsDouble(projected[f]);
    }
    Products.columnTimesRow(
        states, before, projectedGradient, place, units, width, recurrent.gradient, 0, width);
    Arrays.fill(dState, 0);
    Products.rowTimesTransposed(
        projectedGradient, place, recurrent.values, 0, width, units, width, dState, 0);
  }
}
