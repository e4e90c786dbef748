package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.GRU;

/**
 * With z, r of x·W + b + h·U: h′ = z·h + (1 − z)·a(candidate), the candidate x·Wₕ + bₕ + r·(h·Uₕ +
 * b′ₕ), or, with the reset before the product, x·Wₕ + bₕ + (r·h)·Uₕ. The order of the parts is
 * Keras': z, r, candidate.
 */
final class GRUKernel extends RecurrentKernel {
  private final GRU layer;
  private final Functions.Function activation;
  private final Functions.Function gate;

  /** h·U + b′ of each step; its last part only where the reset comes behind the product. */
  private final double[] inner;

  private final double[] innerGradient;

  GRUKernel(GRU layer, Wiring wiring) {
    super(
        layer.units(),
        3,
        layer.useBias(),
        layer.dropout(),
        layer.seed(),
        layer.returnSequences(),
        layer.goBackwards(),
        wiring);
    this.layer = layer;
    activation = Functions.pointwise(layer.activation());
    gate = Functions.pointwise(layer.recurrentActivation());
    inner = new double[projected.length];
    innerGradient = new double[width];
  }

  private boolean hasInnerBias() {
    return bias != null && layer.resetAfter();
  }

  /** Returns how many of the parts are products of the state itself. */
  private int ofState() {
    return layer.resetAfter() ? width : 2 * units;
  }

  @Override
  void step(int step, int sample) {
    int place = place(step, sample);
    int before = state(step, sample);
    int behind = state(step + 1, sample);
    for (int j = 0; j < width; j++) {
      inner[place + j] = hasInnerBias() ? bias.values[width + j] : 0;
    }
    Products.rowTimes(states, before, recurrent.values, 0, width, units, ofState(), inner, place);
    double[] reset = new double[units];
    for (int u = 0; u < units; u++) {
      reset[u] = states[before + u] * gate(1, place, u);
    }
    if (!layer.resetAfter()) {
      Products.rowTimes(
          reset, 0, recurrent.values, 2 * units, width, units, units, inner, place + 2 * units);
    }
    for (int u = 0; u < units; u++) {
      double update = gate(0, place, u);
      states[behind + u] =
          update * states[before + u]
              + (1 - update) * activation.value().applyAsDouble(candidate(place, u));
    }
  }

  private double before(int part, int place, int u) {
    return projected[place + part * units + u] + inner[place + part * units + u];
  }

  private double gate(int part, int place, int u) {
    return gate.value().applyAsDouble(before(part, place, u));
  }

  private double slope(int part, int place, int u) {
    return gate.slope().applyAsDouble(before(part, place, u));
  }

  private double candidate(int place, int u) {
    double product = inner[place + 2 * units + u];
    return projected[place + 2 * units + u]
        + (layer.resetAfter() ? gate(1, place, u) * product : product);
  }

  @Override
  void stepBack(int step, int sample, double[] dState) {
    int place = place(step, sample);
    int before = state(step, sample);
    double[] dBefore = new double[units];
    for (int u = 0; u < units; u++) {
      double update = gate(0, place, u);
      double candidate = candidate(place, u);
      double fresh = activation.value().applyAsDouble(candidate);
      double dCandidate = dState[u] * (1 - update) * activation.slope().applyAsDouble(candidate);
      dBefore[u] = dState[u] * update;
      projectedGradient[place + u] = dState[u] * (states[before + u] - fresh) * slope(0, place, u);
      projectedGradient[place + 2 * units + u] = dCandidate;
    }
    backThroughReset(place, before, dBefore);
    System.arraycopy(projectedGradient, place, innerGradient, 0, 2 * units);
    Products.columnTimesRow(
        states, before, innerGradient, 0, units, ofState(), recurrent.gradient, 0, width);
    Products.rowTimesTransposed(
        innerGradient, 0, recurrent.values, 0, width, units, ofState(), dBefore, 0);
    for (int j = 0; j < width && hasInnerBias(); j++) {
      bias.gradient[width + j] += innerGradient[j];
    }
    System.arraycopy(dBefore, 0, dState, 0, units);
  }

  /** Fills the reset gate's gradient, and what goes through the product behind or before it. */
  private void backThroughReset(int place, int before, double[] dBefore) {
    int candidates = place + 2 * units;
    if (layer.resetAfter()) {
      for (int u = 0; u < units; u++) {
        double dCandidate = projectedGradient[candidates + u];
        projectedGradient[place + units + u] =
            dCandidate * inner[candidates + u] * slope(1, place, u);
        innerGradient[2 * units + u] = dCandidate * gate(1, place, u);
      }
      return;
    }
    double[] reset = new double[units];
    for (int u = 0; u < units; u++) {
      reset[u] = states[before + u] * gate(1, place, u);
    }
    Products.columnTimesRow(
        reset,
        0,
        projectedGradient,
        candidates,
        units,
        units,
        recurrent.gradient,
        2 * units,
        width);
    double[] dReset = new double[units];
    Products.rowTimesTransposed(
        projectedGradient, candidates, recurrent.values, 2 * units, width, units, units, dReset, 0);
    for (int u = 0; u < units; u++) {
      projectedGradient[place + units + u] = dReset[u] * states[before + u] * slope(1, place, u);
      dBefore[u] += dReset[u] * gate(1, place, u);
    }
  }
}
