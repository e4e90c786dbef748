package io.github.mnist4j.nd4j;

import io.github.mnist4j.tensor.RandomStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What recurrent layers have in common: the order of the steps, the product of all inputs with the
 * kernel in front, the dropout of inputs, and backpropagation through time.
 *
 * <p>Numbers of a step lie sample by sample; states have one step more than inputs, the first all
 * zeros.
 */
abstract class RecurrentKernel extends JavaKernel {
  final int units;

  /** The numbers a step has of each unit: one a gate. */
  final int width;

  /** What the steps before have left, {@code (steps + 1, n, units)}. */
  final double[] states;

  /** x·W + b, {@code (steps, n, width)}; backward, its gradient takes its place step by step. */
  final double[] projected;

  final double[] projectedGradient;
  final Numbers recurrent;
  final @Nullable Numbers bias;
  private final int steps;
  private final int channels;
  private final boolean sequences;
  private final boolean backwards;
  private final double dropout;
  private final RandomStream random;
  private final Numbers kernel;
  private final double[] inputs;
  private final double[] mask;

  /**
   * Makes the kernel.
   *
   * @param gates the numbers a step has of each unit
   */
  RecurrentKernel(
      int units,
      int gates,
      boolean useBias,
      double dropout,
      @Nullable Integer seed,
      boolean sequences,
      boolean backwards,
      Wiring wiring) {
    super(wiring);
    this.units = units;
    this.sequences = sequences;
    this.backwards = backwards;
    this.dropout = wiring.training() ? dropout : 0;
    random = seed == null ? wiring.random() : RandomStream.of(seed);
    width = gates * units;
    steps = wiring.spec().input().dim(0);
    channels = wiring.spec().input().dim(1);
    kernel = numbers("kernel");
    recurrent = numbers("recurrent_kernel");
    bias = useBias ? numbers("bias") : null;
    states = new double[(steps + 1) * n * units];
    projected = new double[steps * n * width];
    projectedGradient = new double[projected.length];
    inputs = new double[x.length];
    mask = new double[n * channels];
  }

  /** Returns the first of a sample's state before a step. */
  final int state(int step, int sample) {
    return (step * n + sample) * units;
  }

  /** Returns the first of a sample's numbers of a step. */
  final int place(int step, int sample) {
    return (step * n + sample) * width;
  }

  private int input(int step, int sample) {
    return (sample * steps + (backwards ? steps - 1 - step : step)) * channels;
  }

  /** Fills the states behind a step of those before it. */
  abstract void step(int step, int sample);

  /**
   * Fills the gradient of a step's projected input, and adds to the recurrent weights' gradients.
   *
   * @param dState in: the gradient of the state behind the step; out: of the one before it
   */
  abstract void stepBack(int step, int sample, double[] dState);

  /** Says that {@link #stepBack} begins with a sample's last step. */
  void beginBack() {}

  @Override
  final void compute() {
    draw();
    double[] weights = kernel.read();
    recurrent.read();
    double[] shift = bias == null ? null : bias.read();
    Arrays.fill(states, 0, n * units, 0);
    for (int step = 0; step < steps; step++) {
      for (int sample = 0; sample < n; sample++) {
        int place = place(step, sample);
        int from = input(step, sample);
        for (int c = 0; c < channels; c++) {
          inputs[from + c] = dropout == 0 ? x[from + c] : x[from + c] * mask[sample * channels + c];
        }
        for (int j = 0; j < width; j++) {
          projected[place + j] = shift == null ? 0 : shift[j];
        }
        Products.rowTimes(inputs, from, weights, 0, width, channels, width, projected, place);
        step(step, sample);
      }
    }
    for (int sample = 0; sample < n; sample++) {
      for (int step = sequences ? 0 : steps - 1; step < steps; step++) {
        int to = sequences ? (sample * steps + step) * units : sample * units;
        System.arraycopy(states, state(step + 1, sample), y, to, units);
      }
    }
  }

  private void draw() {
    if (dropout > 0) {
      RandomStream now = random.split(wiring.clock().step());
      long first = (long) wiring.share().first() * channels;
      for (int i = 0; i < mask.length; i++) {
        mask[i] = now.uniform(first + i) < dropout ? 0 : 1 / (1 - dropout);
      }
    }
  }

  @Override
  final void differentiate() {
    double[] kernelGradient = kernel.clear();
    recurrent.clear();
    double[] biasGradient = bias == null ? null : bias.clear();
    for (int sample = 0; sample < n; sample++) {
      double[] dState = new double[units];
      beginBack();
      for (int step = steps - 1; step >= 0; step--) {
        if (sequences || step == steps - 1) {
          int from = sequences ? (sample * steps + step) * units : sample * units;
          for (int u = 0; u < units; u++) {
            dState[u] += dy[from + u];
          }
        }
        stepBack(step, sample, dState);
        int place = place(step, sample);
        int input = input(step, sample);
        Products.columnTimesRow(
            inputs, input, projectedGradient, place, channels, width, kernelGradient, 0, width);
        Products.rowTimesTransposed(
            projectedGradient, place, kernel.values, 0, width, channels, width, dx, input);
        for (int j = 0; j < width && biasGradient != null; j++) {
          biasGradient[j] += projectedGradient[place + j];
        }
        for (int c = 0; c < channels && dropout > 0; c++) {
          dx[input + c] *= mask[sample * channels + c];
        }
      }
    }
    kernel.write();
    recurrent.write();
    if (bias != null) {
      bias.write();
    }
  }
}
