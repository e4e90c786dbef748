package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Axes;
import io.github.mnist4j.layers.Normalization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** y = (x − mean) / max(√variance, 1e-7), or its inverse. */
final class NormalizationKernel extends JavaKernel {
  private static final double LEAST = 1e-7;

  private final Normalization layer;
  private final Vectors places;
  private final @Nullable Numbers learnedMean;
  private final @Nullable Numbers learnedVariance;
  private final double[] mean;
  private final double[] scale;

  NormalizationKernel(Normalization layer, Wiring wiring) {
    super(wiring);
    this.layer = layer;
    int[] axes = Axes.of(layer.axis(), wiring.spec().input(), "Normalization");
    places = Vectors.across(wiring.spec().input(), axes);
    learnedMean = layer.mean() == null ? numbers("mean") : null;
    learnedVariance = layer.mean() == null ? numbers("variance") : null;
    mean = new double[places.count()];
    scale = new double[places.count()];
  }

  /** In single precision, as Keras has them. */
  private static double at(List<Double> numbers, int place) {
    return numbers.get(numbers.size() == 1 ? 0 : place).floatValue();
  }

  @Override
  void compute() {
    double[] means = learnedMean == null ? null : learnedMean.read();
    double[] variances = learnedVariance == null ? null : learnedVariance.read();
    for (int place = 0; place < mean.length; place++) {
      mean[place] = means == null ? at(layer.mean(), place) : means[place];
      double variance = variances == null ? at(layer.variance(), place) : variances[place];
      double deviation = Math.max(Math.sqrt(variance), LEAST);
      scale[place] = layer.invert() ? deviation : 1 / deviation;
    }
    for (int i = 0; i < x.length; i++) {
      int place = places.shared(i);
      y[i] =
          layer.invert() ? x[i] * scale[place] + mean[place] : (x[i] - mean[place]) * scale[place];
    }
  }

  @Override
  void differentiate() {
    for (int i = 0; i < x.length; i++) {
      dx[i] = dy[i] * scale[places.shared(i)];
    }
  }
}
