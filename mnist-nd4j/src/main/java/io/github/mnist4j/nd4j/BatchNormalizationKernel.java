package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.Axes;
import io.github.mnist4j.layers.BatchNormalization;
import org.jspecify.annotations.Nullable;

/**
 * Batch normalization: y = γ · x̂ + β with x̂ = (x − mean) / √(variance + ε), mean and variance of
 * each channel over the whole batch, of which this may be a part only.
 *
 * <p>Each part finds its own mean and its squares' sum, the parts meet, and each puts all together
 * (Chan, Golub, LeVeque 1979). Backward it is the same with the sums of dy and dy · x̂, of which dβ
 * and dγ are this part's own: with g = dy · γ, dx = (g − mean g − x̂ · mean (g · x̂)) / √(variance
 * + ε). Predicting, mean and variance are the moving ones, and dx = g / √(variance + ε).
 */
final class BatchNormalizationKernel extends JavaKernel {
  private final BatchNormalization layer;
  private final Vectors channels;
  private final boolean ofBatch;
  private final @Nullable Numbers gamma;
  private final @Nullable Numbers beta;
  private final Numbers movingMean;
  private final Numbers movingVariance;
  private final double[] standardized;
  private final double[] mean;
  private final double[] scale;
  private final double[][] found;
  private final double[][] gradients;
  private boolean finite = true;

  BatchNormalizationKernel(BatchNormalization layer, Wiring wiring) {
    super(wiring);
    this.layer = layer;
    int axis = Axes.of(layer.axis(), wiring.spec().input(), "BatchNormalization");
    channels = Vectors.across(wiring.spec().input(), axis);
    ofBatch = wiring.training() && !wiring.spec().frozen();
    gamma = layer.scale() ? numbers("gamma") : null;
    beta = layer.center() ? numbers("beta") : null;
    movingMean = numbers("moving_mean");
    movingVariance = numbers("moving_variance");
    standardized = new double[x.length];
    mean = new double[channels.count()];
    scale = new double[channels.count()];
    String name = wiring.spec().name();
    found = wiring.share().exchange().rows(name + "/found", 2 * channels.count() + 1);
    gradients = wiring.share().exchange().rows(name + "/gradients", 2 * channels.count());
    if (ofBatch && wiring.share().part() == 0) {
      wiring.parameters().keptByLayer(wiring.param("moving_mean"));
      wiring.parameters().keptByLayer(wiring.param("moving_variance"));
    }
    if (ofBatch) {
      // What is finite here may not be in the moving values, which are of single precision.
      wiring.penalties().add(() -> finite ? 0 : Double.NaN);
    }
  }

  @Override
  public void forward(Steps steps) {
    if (!ofBatch) {
      super.forward(steps);
      return;
    }
    steps.add(
        () -> {
          takeInput();
          find(found[wiring.share().part()]);
        });
    steps.meet();
    steps.add(
        () -> {
          putTogether();
          giveOutput();
        });
  }

  /** Leaves the number of places, the means, and the sums of squared differences. */
  private void find(double[] row) {
    int count = channels.count();
    double places = (double) x.length / count;
    java.util.Arrays.fill(row, 0);
    row[2 * count] = places;
    for (int i = 0; i < x.length; i++) {
      row[channels.shared(i)] += x[i] / places;
    }
    for (int i = 0; i < x.length; i++) {
      double difference = x[i] - row[channels.shared(i)];
      row[count + channels.shared(i)] += difference * difference;
    }
  }

  private void putTogether() {
    int count = channels.count();
    double[] all = found[0].clone();
    for (int part = 1; part < found.length; part++) {
      double[] more = found[part];
      double places = all[2 * count] + more[2 * count];
      for (int c = 0; c < count; c++) {
        double apart = more[c] - all[c];
        all[c] += apart * more[2 * count] / places;
        all[count + c] +=
            more[count + c] + apart * apart * all[2 * count] * more[2 * count] / places;
      }
      all[2 * count] = places;
    }
    finite = true;
    double[] oldMean = movingMean.read();
    double[] oldVariance = movingVariance.read();
    for (int c = 0; c < count; c++) {
      double variance = all[count + c] / all[2 * count];
      mean[c] = all[c];
      scale[c] = 1 / Math.sqrt(variance + layer.epsilon());
      finite &= Float.isFinite((float) mean[c]) && Float.isFinite((float) variance);
      double kept = layer.momentum();
      movingMean.gradient[c] = oldMean[c] * kept + mean[c] * (1 - kept);
      movingVariance.gradient[c] = oldVariance[c] * kept + variance * (1 - kept);
    }
    if (wiring.share().part() == 0) {
      movingMean.write();
      movingVariance.write();
    }
  }

  @Override
  void compute() {
    if (!ofBatch) {
      System.arraycopy(movingMean.read(), 0, mean, 0, mean.length);
      double[] variance = movingVariance.read();
      for (int c = 0; c < scale.length; c++) {
        scale[c] = 1 / Math.sqrt(variance[c] + layer.epsilon());
      }
    }
    double[] factors = gamma == null ? null : gamma.read();
    double[] shifts = beta == null ? null : beta.read();
    for (int i = 0; i < x.length; i++) {
      int c = channels.shared(i);
      standardized[i] = (x[i] - mean[c]) * scale[c];
      y[i] =
          standardized[i] * (factors == null ? 1 : factors[c]) + (shifts == null ? 0 : shifts[c]);
    }
  }

  @Override
  public void backward(Steps steps) {
    steps.add(
        () -> {
          takeOutputGradient();
          differentiateWeights(gradients[wiring.share().part()]);
        });
    if (ofBatch) {
      steps.meet();
    }
    steps.add(this::giveInputGradient);
  }

  private void differentiateWeights(double[] row) {
    int count = channels.count();
    java.util.Arrays.fill(row, 0);
    for (int i = 0; i < x.length; i++) {
      row[channels.shared(i)] += dy[i];
      row[count + channels.shared(i)] += dy[i] * standardized[i];
    }
    if (beta != null) {
      System.arraycopy(row, 0, beta.gradient, 0, count);
      beta.write();
    }
    if (gamma != null) {
      System.arraycopy(row, count, gamma.gradient, 0, count);
      gamma.write();
    }
  }

  @Override
  void differentiate() {
    int count = channels.count();
    double[] sums = new double[2 * count];
    double places = 0;
    for (int part = 0; part < gradients.length && ofBatch; part++) {
      places += found[part][2 * count];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += gradients[part][i];
      }
    }
    for (int i = 0; i < x.length; i++) {
      int c = channels.shared(i);
      double around = ofBatch ? (sums[c] + standardized[i] * sums[count + c]) / places : 0;
      dx[i] = (dy[i] - around) * scale[c] * (gamma == null ? 1 : gamma.values[c]);
    }
  }
}
