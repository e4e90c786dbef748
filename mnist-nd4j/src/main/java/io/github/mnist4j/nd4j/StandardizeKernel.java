package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Axes;
import io.github.mnist4j.layers.GroupNormalization;
import io.github.mnist4j.layers.LayerNormalization;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Layer and group normalization: y = γ · x̂ + β with x̂ = (x − mean) / √(variance + ε) over sets of
 * a sample's numbers; with g = dy · γ, dx = (g − mean g − x̂ · mean (g · x̂)) / √(variance + ε), dγ
 * = Σ dy · x̂, dβ = Σ dy.
 */
final class StandardizeKernel extends JavaKernel {
  private final Vectors sets;
  private final Vectors weights;
  private final double epsilon;
  private final @Nullable Numbers gamma;
  private final @Nullable Numbers beta;
  private final double[] standardized;
  private double[] scales = {};

  /**
   * Makes the kernel.
   *
   * @param sets over which numbers mean and variance are
   * @param weights which gamma and beta a number has
   */
  private StandardizeKernel(
      Vectors sets, Vectors weights, double epsilon, boolean scale, boolean center, Wiring wiring) {
    super(wiring);
    this.sets = sets;
    this.weights = weights;
    this.epsilon = epsilon;
    gamma = scale ? numbers("gamma") : null;
    beta = center ? numbers("beta") : null;
    standardized = new double[x.length];
  }

  static StandardizeKernel of(LayerNormalization layer, Wiring wiring) {
    Shape input = wiring.spec().input();
    int[] axes = Axes.of(layer.axis(), input, "LayerNormalization");
    return new StandardizeKernel(
        Vectors.along(input, axes),
        Vectors.across(input, axes),
        layer.epsilon(),
        layer.scale(),
        layer.center(),
        wiring);
  }

  static StandardizeKernel of(GroupNormalization layer, Wiring wiring) {
    Shape input = wiring.spec().input();
    int axis = Axes.of(layer.axis(), input, "GroupNormalization");
    Vectors channels = Vectors.across(input, axis);
    int groups = layer.groups() == -1 ? channels.count() : layer.groups();
    int[] sets = channels.sets().clone();
    for (int i = 0; i < sets.length; i++) {
      sets[i] /= channels.count() / groups;
    }
    return new StandardizeKernel(
        new Vectors(sets, groups),
        channels,
        layer.epsilon(),
        layer.scale(),
        layer.center(),
        wiring);
  }

  @Override
  void compute() {
    double share = (double) sets.count() / inputSize();
    double[] means = sets.fill(n, 0);
    for (int i = 0; i < x.length; i++) {
      means[sets.of(i)] += x[i] * share;
    }
    scales = sets.fill(n, 0);
    for (int i = 0; i < x.length; i++) {
      standardized[i] = x[i] - means[sets.of(i)];
      scales[sets.of(i)] += standardized[i] * standardized[i] * share;
    }
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 1 / Math.sqrt(scales[i] + epsilon);
    }
    double[] factors = gamma == null ? null : gamma.read();
    double[] shifts = beta == null ? null : beta.read();
    for (int i = 0; i < x.length; i++) {
      standardized[i] *= scales[sets.of(i)];
      int weight = weights.shared(i);
      y[i] =
          standardized[i] * (factors == null ? 1 : factors[weight])
              + (shifts == null ? 0 : shifts[weight]);
    }
  }

  @Override
  void differentiate() {
    double share = (double) sets.count() / inputSize();
    double[] means = sets.fill(n, 0);
    double[] products = sets.fill(n, 0);
    for (int i = 0; i < x.length; i++) {
      dx[i] = dy[i] * (gamma == null ? 1 : gamma.values[weights.shared(i)]);
      means[sets.of(i)] += dx[i] * share;
      products[sets.of(i)] += dx[i] * standardized[i] * share;
    }
    for (int i = 0; i < x.length; i++) {
      int set = sets.of(i);
      dx[i] = (dx[i] - means[set] - standardized[i] * products[set]) * scales[set];
    }
    if (gamma != null) {
      double[] gradient = gamma.clear();
      for (int i = 0; i < x.length; i++) {
        gradient[weights.shared(i)] += dy[i] * standardized[i];
      }
      gamma.write();
    }
    if (beta != null) {
      double[] gradient = beta.clear();
      for (int i = 0; i < x.length; i++) {
        gradient[weights.shared(i)] += dy[i];
      }
      beta.write();
    }
  }
}
