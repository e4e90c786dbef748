package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.layers.Activation;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

class ActivationKernelTest extends LayerContract {
  @Override
  Stream<Case> cases() {
    return Stream.of(Activation.values())
        .flatMap(
            a ->
                Stream.of(
                    layer(a + " of vectors", Layers.Activation(a), Shape.of(7)),
                    layer(a + " of images", Layers.Activation(a), Shape.of(2, 3, 4))));
  }

  @ParameterizedTest
  @EnumSource
  void the_input_is_left_as_it_was(Activation activation) {
    Case c = layer("", Layers.Activation(activation), Shape.of(7));
    try (Trial trial = new Trial(c.spec(), 2, true, DataType.FLOAT)) {
      double[] before = Trial.numbers(trial.network.x());
      trial.backward();
      assertThat(Trial.numbers(trial.network.x())).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "exponential")
  void far_from_zero_all_numbers_are_finite(Activation activation) {
    Case c = layer("", Layers.Activation(activation), Shape.of(4));
    try (Trial trial = new Trial(c.spec(), 1, true, DataType.FLOAT)) {
      Trial.fill(trial.network.x(), new double[] {-1e4, 1e4, 0, -88});
      trial.backward();
      assertThat(Arrays.stream(Trial.numbers(trial.network.y()))).allMatch(Double::isFinite);
      assertThat(Arrays.stream(Trial.numbers(trial.network.dx()))).allMatch(Double::isFinite);
    }
  }

  @Test
  void softmax_of_images_adds_up_to_1_along_the_last_axis() {
    Case c = layer("", Layers.Activation(Activation.softmax), Shape.of(2, 3, 4));
    try (Trial trial = new Trial(c.spec(), 2, false, DataType.FLOAT)) {
      double[] y = trial.forward();
      for (int i = 0; i < y.length; i += 4) {
        assertThat(Arrays.stream(y, i, i + 4).sum()).isCloseTo(1, within(1e-6));
      }
    }
  }

  @Test
  void log_softmax_is_the_logarithm_of_softmax() {
    Shape shape = Shape.of(2, 3, 4);
    try (Trial softmax =
            new Trial(
                layer("", Layers.Activation(Activation.softmax), shape).spec(),
                2,
                false,
                DataType.DOUBLE);
        Trial logarithms =
            new Trial(
                layer("", Layers.Activation(Activation.log_softmax), shape).spec(),
                2,
                false,
                DataType.DOUBLE)) {
      Trial.fill(logarithms.network.x(), Trial.numbers(softmax.network.x()));
      double[] expected = softmax.forward();
      double[] actual = logarithms.forward();
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i]).isCloseTo(Math.log(expected[i]), within(1e-12));
      }
    }
  }
}
