package io.github.mnist4j.nd4j;

import io.github.mnist4j.layers.RandomBrightness;
import io.github.mnist4j.layers.RandomContrast;
import io.github.mnist4j.layers.Range;
import io.github.mnist4j.tensor.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Images of another brightness or contrast while training: y = clip(s·x + (1 − s)·m + b) with the
 * mean m of the image's channel, and s and b drawn for the image. Of brightness, s is 1; of
 * contrast, b is 0. Where y was not cut off, g is dy, elsewhere 0: dx = s·g + (1 − s)·(the mean of
 * g in the channel). What is drawn depends on the step and the place in the batch alone.
 */
final class RandomPixelsKernel extends JavaKernel {
  private final Range stretch;
  private final Range shift;
  private final Range values;
  private final RandomStream random;
  private final int channels;
  private final int pixels;

  /** The s of each sample. */
  private final double[] drawn;

  /** What was not cut off. */
  private final boolean[] inside;

  private RandomPixelsKernel(
      Range stretch, Range shift, Range values, @Nullable Integer seed, Wiring wiring) {
    super(wiring);
    this.stretch = stretch;
    this.shift = shift;
    this.values = values;
    random = seed == null ? wiring.random() : RandomStream.of(seed);
    channels = wiring.spec().input().dim(2);
    pixels = inputSize() / channels;
    drawn = new double[n];
    inside = new boolean[x.length];
  }

  static Kernel of(RandomBrightness l, Wiring wiring) {
    double length = l.valueRange().upper() - l.valueRange().lower();
    Range shift = new Range(l.factor().lower() * length, l.factor().upper() * length);
    return of(new Range(1, 1), shift, l.valueRange(), l.seed(), wiring);
  }

  static Kernel of(RandomContrast l, Wiring wiring) {
    Range stretch = new Range(1 - l.factor().lower(), 1 + l.factor().upper());
    return of(stretch, new Range(0, 0), l.valueRange(), l.seed(), wiring);
  }

  /** Predicting, x is passed on. */
  private static Kernel of(
      Range stretch, Range shift, Range values, @Nullable Integer seed, Wiring wiring) {
    return wiring.training()
        ? new RandomPixelsKernel(stretch, shift, values, seed, wiring)
        : new ReshapeKernel(wiring);
  }

  @Override
  void compute() {
    RandomStream step = random.split(wiring.clock().step());
    for (int sample = 0; sample < n; sample++) {
      double part = step.split(wiring.share().first() + (long) sample).uniformDouble(0);
      drawn[sample] = stretch.at(part);
      for (int channel = 0; channel < channels; channel++) {
        change(sample * inputSize() + channel, drawn[sample], shift.at(part));
      }
    }
  }

  private void change(int first, double s, double b) {
    double mean = mean(x, first);
    for (int i = first; i < first + pixels * channels; i += channels) {
      double changed = s * x[i] + (1 - s) * mean + b;
      y[i] = Math.max(values.lower(), Math.min(values.upper(), changed));
      inside[i] = y[i] == changed;
    }
  }

  /** Returns the mean of a channel. */
  private double mean(double[] numbers, int first) {
    double sum = 0;
    for (int i = first; i < first + pixels * channels; i += channels) {
      sum += numbers[i];
    }
    return sum / pixels;
  }

  @Override
  void differentiate() {
    for (int i = 0; i < dy.length; i++) {
      dx[i] = inside[i] ? dy[i] : 0;
    }
    for (int sample = 0; sample < n; sample++) {
      for (int channel = 0; channel < channels; channel++) {
        spread(sample * inputSize() + channel, drawn[sample]);
      }
    }
  }

  private void spread(int first, double s) {
    double mean = mean(dx, first);
    for (int i = first; i < first + pixels * channels; i += channels) {
      dx[i] = s * dx[i] + (1 - s) * mean;
    }
  }
}
