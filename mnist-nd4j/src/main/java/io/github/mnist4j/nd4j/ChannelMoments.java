package io.github.mnist4j.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mean and variance of each channel over a whole batch, which parts of it find together: each
 * leaves its own, they meet, and each puts all together in the parts' order (Chan, Golub, LeVeque
 * 1979). Keeps count of the moving ones.
 */
final class ChannelMoments {
  private final int part;
  private final int channels;
  private final int places;
  private final double momentum;
  private final INDArray mean;
  private final INDArray variance;
  private final Param movingMean;
  private final Param movingVariance;
  private final float[] first;
  private final float[] second;
  private final double[][] found;
  private final double[][] gradients;
  private boolean finite = true;

  /**
   * Takes part.
   *
   * @param places how many numbers of a channel this part has
   * @param momentum how much of the moving values stays
   * @param mean where this part's mean lies, and then the batch's
   * @param variance where this part's variance lies, and then the batch's
   */
  ChannelMoments(DnnlWiring wiring, int places, double momentum, INDArray mean, INDArray variance) {
    this.places = places;
    this.momentum = momentum;
    this.mean = mean;
    this.variance = variance;
    channels = Math.toIntExact(mean.length());
    part = wiring.share().part();
    movingMean = wiring.param("moving_mean");
    movingVariance = wiring.param("moving_variance");
    first = new float[channels];
    second = new float[channels];
    String name = wiring.spec().name();
    found = wiring.share().exchange().rows(name + "/found", 2 * channels + 1);
    gradients = wiring.share().exchange().rows(name + "/gradients", 2 * channels);
    if (part == 0) {
      wiring.parameters().keptByLayer(movingMean);
      wiring.parameters().keptByLayer(movingVariance);
    }
    // A relu behind would make zeros of what is no number, and the loss would not show it.
    wiring.penalties().add(() -> finite ? 0 : Double.NaN);
  }

  /** Returns whether there are other parts. */
  boolean shared() {
    return found.length > 1;
  }

  /** Leaves the number of places, the means, and the sums of squared differences. */
  void leaveOwn() {
    read(mean, variance);
    double[] row = found[part];
    row[2 * channels] = places;
    for (int c = 0; c < channels; c++) {
      row[c] = first[c];
      row[channels + c] = (double) second[c] * places;
    }
  }

  /** Makes the batch's mean and variance of what all have left. */
  void putTogether() {
    double[] all = found[0].clone();
    for (int other = 1; other < found.length; other++) {
      double[] more = found[other];
      double both = all[2 * channels] + more[2 * channels];
      for (int c = 0; c < channels; c++) {
        double apart = more[c] - all[c];
        all[c] += apart * more[2 * channels] / both;
        all[channels + c] +=
            more[channels + c] + apart * apart * all[2 * channels] * more[2 * channels] / both;
      }
      all[2 * channels] = both;
    }
    for (int c = 0; c < channels; c++) {
      first[c] = (float) all[c];
      second[c] = (float) (all[channels + c] / all[2 * channels]);
    }
    write(mean, variance);
    count();
  }

  /** Counts the batch's mean and variance into the moving ones. */
  void count() {
    read(mean, variance);
    finite = Finite.all(first, channels) && Finite.all(second, channels);
    if (part == 0) {
      count(first, movingMean);
      count(second, movingVariance);
    }
  }

  private void count(float[] batch, Param moving) {
    float[] values = new float[channels];
    Memory.read(moving.value(), values, 0, channels);
    for (int c = 0; c < channels; c++) {
      values[c] = (float) (values[c] * momentum + batch[c] * (1 - momentum));
    }
    Memory.write(values, 0, channels, moving.gradient());
  }

  /** Leaves this part's Σ dy · x̂ and Σ dy. */
  void leaveGradients(INDArray scaleGradient, INDArray shiftGradient) {
    read(scaleGradient, shiftGradient);
    double[] row = gradients[part];
    for (int c = 0; c < channels; c++) {
      row[c] = first[c];
      row[channels + c] = second[c];
    }
  }

  /**
   * Finds what is missing of dx, as scale · x̂ + shift.
   *
   * @param factors γ
   */
  void restOfGradient(INDArray factors, double epsilon, INDArray scale, INDArray shift) {
    double[] sums = new double[2 * channels];
    double all = 0;
    for (int other = 0; other < found.length; other++) {
      all += found[other][2 * channels];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += gradients[other][i];
      }
    }
    read(factors, variance);
    for (int c = 0; c < channels; c++) {
      double steepness = first[c] / Math.sqrt(second[c] + epsilon) / all;
      first[c] = (float) (-steepness * sums[c]);
      second[c] = (float) (-steepness * sums[channels + c]);
    }
    write(scale, shift);
  }

  private void read(INDArray one, INDArray other) {
    Memory.read(one, first, 0, channels);
    Memory.read(other, second, 0, channels);
  }

  private void write(INDArray one, INDArray other) {
    Memory.write(first, 0, channels, one);
    Memory.write(second, 0, channels, other);
  }
}
