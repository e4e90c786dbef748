package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.AlphaDropout;
import io.github.mnist4j.layers.GaussianDropout;
import io.github.mnist4j.layers.GaussianNoise;
import io.github.mnist4j.layers.SpatialDropout2D;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * y = x · factor + shift, both drawn anew each step while training; dx = dy · factor. Predicting, y
 * is x. What is drawn depends on the step and the place in the batch alone, so however a batch is
 * shared out, it is the same.
 */
final class NoiseKernel extends JavaKernel {
  private final Noise noise;
  private final RandomStream random;
  private final double[] factor;

  NoiseKernel(Noise noise, @Nullable Integer seed, Wiring wiring) {
    super(wiring);
    this.noise = noise;
    random = seed == null ? wiring.random() : RandomStream.of(seed);
    factor = new double[x.length];
  }

  /** What a step draws for one number. */
  interface Noise {
    /**
     * Draws.
     *
     * @param step the step's random numbers
     * @param place the number's place in the batch
     * @param drawn receives the factor and the shift
     */
    void draw(RandomStream step, long place, double[] drawn);
  }

  static Noise of(GaussianNoise layer) {
    return (step, place, drawn) -> {
      drawn[0] = 1;
      drawn[1] = layer.stddev() * step.normal(place);
    };
  }

  static Noise of(GaussianDropout layer) {
    double deviation = Math.sqrt(layer.rate() / (1 - layer.rate()));
    return (step, place, drawn) -> drawn[0] = 1 + deviation * step.normal(place);
  }

  /** One choice a channel. */
  static Noise of(SpatialDropout2D layer, Shape input) {
    int sample = input.size();
    int channels = input.dim(-1);
    double kept = 1 / (1 - layer.rate());
    return (step, place, drawn) -> {
      long channel = place / sample * channels + place % channels;
      drawn[0] = step.uniform(channel) < layer.rate() ? 0 : kept;
    };
  }

  static Noise of(AlphaDropout layer) {
    double dropped = -Functions.SELU_ALPHA * Functions.SELU_SCALE;
    double rate = layer.rate();
    double a = 1 / Math.sqrt((1 - rate) * (1 + rate * dropped * dropped));
    double b = -a * dropped * rate;
    return (step, place, drawn) -> {
      boolean kept = step.uniform(place) >= rate;
      drawn[0] = kept ? a : 0;
      drawn[1] = kept ? b : a * dropped + b;
    };
  }

  @Override
  void compute() {
    if (!wiring.training()) {
      System.arraycopy(x, 0, y, 0, x.length);
      java.util.Arrays.fill(factor, 1);
      return;
    }
    RandomStream step = random.split(wiring.clock().step());
    long first = (long) wiring.share().first() * inputSize();
    double[] drawn = new double[2];
    for (int i = 0; i < x.length; i++) {
      noise.draw(step, first + i, drawn);
      factor[i] = drawn[0];
      y[i] = x[i] * drawn[0] + drawn[1];
    }
  }

  @Override
  void differentiate() {
    for (int i = 0; i < dx.length; i++) {
      dx[i] = dy[i] * factor[i];
    }
  }
}
