package io.github.mnist4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.mnist4j.Sequential;
import io.github.mnist4j.layers.Embedding;
import io.github.mnist4j.layers.Layer;
import io.github.mnist4j.layers.Layers;
import io.github.mnist4j.spi.NetworkSpec;
import io.github.mnist4j.tensor.Shape;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** What every layer's kernel must do; a test class a kernel extends it and lists the cases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LayerContract {
  private static final double SINGLE_PRECISION = 2e-6; // relative to the greatest number around

  /** A layer before samples of a shape; {@code random} where it draws numbers while training. */
  record Case(String name, Layer layer, Shape input, boolean random) {
    NetworkSpec spec() {
      return Specs.of(input, layer);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Case layer(String name, Layer layer, Shape input) {
    return new Case(name, layer, input, false);
  }

  abstract Stream<Case> cases();

  @ParameterizedTest
  @MethodSource("cases")
  void output_has_the_shape_that_the_layer_says(Case c) {
    for (int n : new int[] {1, 5}) {
      try (Trial trial = new Trial(c.spec(), n, false, DataType.FLOAT)) {
        trial.forward();
        assertThat(trial.network.y().shape())
            .isEqualTo(Wiring.longs(c.layer().outputShape(c.input()).prepend(n)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_are_the_slopes_of_the_output(Case c) {
    GradientCheck.run(c.spec(), 1);
    GradientCheck.run(c.spec(), 5);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradients_overwrite_those_of_the_step_before(Case c) {
    try (Trial trial = new Trial(c.spec(), 2, true, DataType.FLOAT)) {
      trial.backward();
      double[] first = gradients(trial);
      Trial.fill(trial.network.dx(), 99);
      trial.backward();
      assertThat(gradients(trial)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void single_precision_gives_the_numbers_of_double_precision(Case c) {
    try (Trial single = new Trial(c.spec(), 3, true, DataType.FLOAT);
        Trial twice = new Trial(c.spec(), 3, true, DataType.DOUBLE)) {
      assertClose(single.forward(), twice.forward());
      single.backward();
      twice.backward();
      assertClose(gradients(single), gradients(twice));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_way_on_oneDnn_gives_what_the_plain_one_gives(Case c) {
    FastAndPlain.needOneDnn();
    assumeFalse(c.layer() instanceof Embedding, "is bridged, and takes no random numbers");
    // Before it one that learns a number for each of its inputs, so that dx is compared, too.
    NetworkSpec spec =
        c.input().rank() == 0 ? c.spec() : Specs.of(c.input(), Layers.PReLU(), c.layer());
    FastAndPlain.compare(spec, 3);
    FastAndPlain.predict(spec, 2);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void predicting_gives_what_training_gives_unless_numbers_are_drawn(Case c) {
    for (int n : new int[] {1, 5}) {
      try (Trial training = new Trial(c.spec(), n, true, DataType.FLOAT);
          Trial predicting = new Trial(c.spec(), n, false, DataType.FLOAT)) {
        boolean same = Arrays.equals(predicting.forward(), training.forward());
        assertThat(same).isEqualTo(!c.random());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_sample_does_not_depend_on_those_beside_it(Case c) {
    try (Trial alone = new Trial(c.spec(), 1, false, DataType.FLOAT);
        Trial first = new Trial(c.spec(), 5, false, DataType.FLOAT)) {
      double[] y = alone.forward();
      assertClose(Arrays.copyOf(first.forward(), y.length), y);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void json_gives_the_same_layer(Case c) {
    Sequential network = Sequential.of(Layers.Input(c.input().toArray()), c.layer());
    assertThat(Sequential.fromJson(network.toJson())).isEqualTo(network);
  }

  private static double[] gradients(Trial trial) {
    return Stream.concat(
            Stream.of(trial.network.dx()),
            trial.parameters.trainable().stream().map(Param::gradient))
        .flatMapToDouble(array -> Arrays.stream(Trial.numbers(array)))
        .toArray();
  }

  private static void assertClose(double[] actual, double[] expected) {
    double greatest = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(1));
    assertThat(actual).containsExactly(expected, within(greatest * SINGLE_PRECISION));
  }
}
