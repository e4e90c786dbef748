package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.spi.NetworkSpec;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Compares a network's gradients with the slope between two forward passes. Of L = Σ y·c with
 * random c, so that each output counts differently, and what layers add to the loss; at random
 * places, which for the fixed seeds lie farther than h from every kink.
 */
final class GradientCheck {
  private static final double H = 1e-6;
  private static final double GRADIENT_TOLERANCE = 1e-5; // relative, double, central difference
  private static final double ROUNDING = 1e-7; // absolute: what cancels in the difference, by h

  private GradientCheck() {}

  static void run(NetworkSpec spec, int n) {
    try (Trial trial = new Trial(spec, n, true, DataType.DOUBLE)) {
      trial.backward();
      double[] dx = Trial.numbers(trial.network.dx());
      check(trial, "x", trial.network.x(), dx);
      for (Param param : trial.parameters.trainable()) {
        check(trial, param.name(), param.value(), Trial.numbers(param.gradient()));
      }
    }
  }

  private static void check(Trial trial, String name, INDArray place, double[] gradient) {
    double[] c = new double[(int) trial.network.y().length()];
    Trial.fill(trial.network.dy(), Trial.DY);
    System.arraycopy(Trial.numbers(trial.network.dy()), 0, c, 0, c.length);
    for (int i = 0; i < gradient.length; i++) {
      double value = place.data().getDouble(i);
      place.data().put(i, value + H);
      double above = dot(trial.forward(), c) + trial.network.penalties().sum();
      place.data().put(i, value - H);
      double below = dot(trial.forward(), c) + trial.network.penalties().sum();
      place.data().put(i, value);
      double slope = (above - below) / (2 * H);
      double tolerance = Math.max(ROUNDING, GRADIENT_TOLERANCE * Math.abs(slope));
      assertThat(gradient[i]).as("gradient of %s[%d]", name, i).isCloseTo(slope, within(tolerance));
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
