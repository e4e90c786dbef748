package io.github.mnist4j.nd4j;

import static io.github.mnist4j.layers.Layers.ActivityRegularization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.spi.Program;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActivityRegularizationKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(
        layer("both", ActivityRegularization(0.3, 0.2), Shape.of(3, 4)),
        layer("squares", ActivityRegularization(0, 0.1), Shape.of(5)));
  }

  /** 16 samples, so that they are shared out: (0.5 · Σ|x| + 0.25 · Σx²) / 16. */
  @Test
  void the_loss_of_training_and_testing_has_the_penalty() {
    float[] x = new float[32];
    double expected = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = i - 10;
      expected += (0.5 * Math.abs(x[i]) + 0.25 * x[i] * x[i]) / 16;
    }
    Batch batch = new Batch(16, Shape.of(2), Shape.of(2), x, x);
    try (Program program =
        new Nd4jEngine().compile(Specs.of(Shape.of(2), ActivityRegularization(0.5, 0.25)))) {
      assertThat(program.test(batch).loss()).isCloseTo(expected, within(1e-9));
      assertThat(program.train(batch, 0).loss()).isCloseTo(expected, within(1e-9));
    }
  }
}
