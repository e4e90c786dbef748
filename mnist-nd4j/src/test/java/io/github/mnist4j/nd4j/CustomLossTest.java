package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.losses.Loss;
import io.github.mnist4j.losses.LossFunction;
import io.github.mnist4j.losses.Losses;
import io.github.mnist4j.optimizers.Optimizers;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.spi.Weights;
import io.github.mnist4j.tensor.Shape;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A loss of the user's in a network whose batches are shared out over threads. */
class CustomLossTest {
  private static final int SAMPLES = 64;

  private static double squares(double[] y, double[] output, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      double difference = output[i] - y[i];
      sum += difference * difference / y.length;
      gradient[i] = 2 * difference / y.length;
    }
    return sum;
  }

  private static Program program(Loss loss) {
    return new Nd4jEngine()
        .compile(
            Specs.of(
                Shape.of(4),
                loss,
                Optimizers.adam(),
                Layers.Dense(5, Activation.tanh),
                Layers.Dense(3)));
  }

  private static Program program(LossFunction function) {
    return program(Losses.custom("own", function));
  }

  private static Batch batch() {
    Random random = new Random(3);
    float[] x = new float[SAMPLES * 4];
    float[] y = new float[SAMPLES * 3];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = (float) random.nextGaussian();
    }
    return new Batch(SAMPLES, Shape.of(4), Shape.of(3), x, y);
  }

  @Test
  void it_trains_as_the_loss_that_it_is() {
    try (Program own = program(CustomLossTest::squares);
        Program known = program(Losses.meanSquaredError())) {
      for (int step = 0; step < 5; step++) {
        double loss = known.train(batch(), 0.01).loss();
        assertThat(own.train(batch(), 0.01).loss()).isCloseTo(loss, within(1e-6));
      }
      assertThat(own.test(batch()).loss()).isCloseTo(known.test(batch()).loss(), within(1e-6));
    }
  }

  @Test
  void an_error_in_it_changes_nothing() {
    boolean[] failing = {false};
    LossFunction sometimes =
        (y, output, gradient) -> {
          if (failing[0] && y[0] > 0.5) {
            throw new IllegalStateException("not now");
          }
          return squares(y, output, gradient);
        };
    try (Program program = program(sometimes)) {
      double loss = program.train(batch(), 0.01).loss();
      Weights weights = program.weights();
      Weights state = program.optimizerState();
      failing[0] = true;
      assertThatThrownBy(() -> program.train(batch(), 0.01)).hasMessageContaining("not now");
      assertThat(program.weights()).isEqualTo(weights);
      assertThat(program.optimizerState()).isEqualTo(state);
      failing[0] = false;
      assertThat(program.train(batch(), 0.01).loss()).isLessThan(loss);
    }
  }

  @Test
  void a_gradient_that_is_not_finite_changes_nothing() {
    LossFunction infinite =
        (y, output, gradient) -> {
          gradient[0] = Double.POSITIVE_INFINITY;
          return 1;
        };
    try (Program program = program(infinite)) {
      Weights weights = program.weights();
      assertThat(program.train(batch(), 0.01).loss()).isNaN();
      assertThat(program.weights()).isEqualTo(weights);
    }
  }
}
