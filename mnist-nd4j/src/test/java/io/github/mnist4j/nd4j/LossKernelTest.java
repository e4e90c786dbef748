package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.CrossEntropy;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients of Keras, made by {@code golden/losses.py}, and slopes. */
class LossKernelTest {
  private static final double KERAS_TOLERANCE = 2e-6; // relative: Keras computes in float32
  private static final double H = 1e-6;
  private static final double GRADIENT_TOLERANCE = 1e-5; // relative, double, central difference

  static Stream<Golden.Case> cases() {
    return Golden.cases("losses.json");
  }

  /** Those that have no kink near. */
  static Stream<Golden.Case> smooth() {
    return cases().filter(c -> !c.toString().matches(".*(extreme|sure).*"));
  }

  private static LossKernel kernel(Loss loss, Shape output) {
    return LossKernel.of(
        Specs.of(output, loss, Optimizers.sgd(), Layers.Activation(Activation.linear)));
  }

  private static LossKernel kernel(Golden.Case c) {
    Loss loss = Losses.TYPES.get(c.get("loss").asText());
    boolean logits = c.get("from_logits").asBoolean();
    Shape output = c.shape("shape").withoutFirst();
    return kernel(loss instanceof CrossEntropy entropy ? entropy.fromLogits(logits) : loss, output);
  }

  private static double evaluate(Golden.Case c, double[] output, double[] dy) {
    int n = c.shape("shape").dim(0);
    return kernel(c).evaluate(n, output, Golden.floats(c.numbers("target")), dy);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void values_are_those_of_keras(Golden.Case c) {
    double[] output = c.numbers("output");
    double keras = c.get("value").asDouble();
    assertThat(evaluate(c, output, new double[output.length]))
        .isCloseTo(keras, within(keras * KERAS_TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_are_those_of_keras(Golden.Case c) {
    double[] output = c.numbers("output");
    double[] dy = new double[output.length];
    double[] keras = c.numbers("gradient");
    evaluate(c, output, dy);
    double greatest = Math.max(1, Arrays.stream(keras).map(Math::abs).max().orElse(1));
    assertThat(dy).containsExactly(keras, within(greatest * KERAS_TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("smooth")
  void gradients_are_the_slopes_of_the_value(Golden.Case c) {
    double[] output = c.numbers("output");
    double[] dy = new double[output.length];
    double[] unused = new double[output.length];
    evaluate(c, output, dy);
    for (int i = 0; i < output.length; i++) {
      double[] moved = output.clone();
      double h = H * Math.min(1, Math.abs(output[i]));
      moved[i] = output[i] + h;
      double above = evaluate(c, moved, unused);
      moved[i] = output[i] - h;
      double slope = (above - evaluate(c, moved, unused)) / (2 * h);
      assertThat(dy[i])
          .as("%d", i)
          .isCloseTo(slope, within(1e-8 + GRADIENT_TOLERANCE * Math.abs(slope)));
    }
  }

  @Test
  void a_number_that_is_none_does_not_pass_unseen() {
    for (boolean logits : new boolean[] {true, false}) {
      LossKernel kernel =
          kernel(Losses.sparseCategoricalCrossentropy().fromLogits(logits), Shape.of(3));
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        double[] output = {0.5, bad, 0.5};
        assertThat(kernel.evaluate(1, output, new float[] {0}, new double[3])).isNaN();
      }
    }
  }
}
