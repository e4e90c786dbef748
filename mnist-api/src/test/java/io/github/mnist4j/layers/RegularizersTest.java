package io.github.mnist4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.layers.Regularizer.Mode;
import io.github.mnist4j.tensor.RandomStream;
import io.github.mnist4j.tensor.Shape;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegularizersTest {
  /** Relative; the values have single precision, the penalty double, so a small power of two. */
  private static final double GRADIENT_TOLERANCE = 1e-5;

  private static final float H = 0x1p-12f;
  private static final Shape MATRIX = Shape.of(6, 4);

  private static Stream<Regularizer> regularizers() {
    return Stream.of(
        Regularizers.l1(0.5),
        Regularizers.l2(0.5),
        Regularizers.l1L2(0.25, 0.5),
        Regularizers.orthogonal(0.5, Mode.ROWS),
        Regularizers.orthogonal(0.5, Mode.COLUMNS));
  }

  /** Numbers of few digits, so that a step of H is exact; none within a step of a kink. */
  private static float[] values() {
    float[] values = new float[MATRIX.size()];
    RandomStream random = RandomStream.of(5);
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.below(2047, i) - 1023) * 0x1p-10f + 0x1p-11f;
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void gradients_are_the_slopes_of_penalties(Regularizer regularizer) {
    float[] values = values();
    float[] gradients = new float[values.length];
    regularizer.addGradient(values, gradients, 0, MATRIX);
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      values[i] = value + H;
      double above = regularizer.penalty(values, 0, MATRIX);
      values[i] = value - H;
      double below = regularizer.penalty(values, 0, MATRIX);
      values[i] = value;
      double slope = (above - below) / (2 * H);
      assertThat((double) gradients[i])
          .as("gradient %d", i)
          .isCloseTo(slope, within(GRADIENT_TOLERANCE * Math.max(0.1, Math.abs(slope))));
    }
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void what_is_no_number_stays_none(Regularizer regularizer) {
    float[] values = values();
    values[5] = Float.NaN;
    assertThat(regularizer.penalty(values, 0, MATRIX)).isNaN();
    float[] gradients = new float[values.length];
    regularizer.addGradient(values, gradients, 0, MATRIX);
    assertThat(gradients[5]).isNaN();
  }

  @Test
  void the_penalties_are_their_formulas() {
    float[] values = {1, -2, 3};
    Shape shape = Shape.of(3);
    assertThat(Regularizers.l1().penalty(values, 0, shape)).isCloseTo(0.06, within(1e-15));
    assertThat(Regularizers.l2().penalty(values, 0, shape)).isCloseTo(0.14, within(1e-15));
    assertThat(Regularizers.l1L2(1, 2).penalty(values, 0, shape)).isEqualTo(6 + 28);
    float[] rows = {1, 0, 1, 1}; // at 45 degrees
    assertThat(Regularizers.orthogonal(1, Mode.ROWS).penalty(rows, 0, Shape.of(2, 2)))
        .isCloseTo(Math.sqrt(0.5), within(1e-15));
  }

  @Test
  void a_vector_of_zeros_has_no_angle_and_moves_nothing() {
    float[] values = {0, 0, 1, 1};
    Regularizer regularizer = Regularizers.orthogonal();
    assertThat(regularizer.penalty(values, 0, Shape.of(2, 2))).isZero();
    float[] gradients = new float[4];
    regularizer.addGradient(values, gradients, 0, Shape.of(2, 2));
    assertThat(gradients).containsOnly(0);
  }

  @Test
  void names_are_keras_strings_and_classes() {
    assertThat(Regularizers.named("l1")).isEqualTo(Regularizers.l1(0.01));
    assertThat(Regularizers.named("L2")).isEqualTo(Regularizers.l2(0.01));
    assertThat(Regularizers.named("l1l2")).isEqualTo(Regularizers.l1L2(0, 0));
    assertThat(Regularizers.named("l1_l2")).isEqualTo(Regularizers.l1L2(0.01, 0.01));
    assertThat(Regularizers.named("orthogonal_regularizer")).isEqualTo(Regularizers.orthogonal());
    assertThatThrownBy(() -> Regularizers.named("l3"))
        .hasMessage(
            """
            unknown regularizer 'l3'
              expected: one of l1, l1_l2, l1l2, l2, orthogonal_regularizer
              fix:      did you mean 'l1'?
              see:      https://mnist4j.github.io/troubleshooting#unknown-name""");
  }

  @Test
  void settings_are_checked() {
    assertThatThrownBy(() -> Regularizers.l1(-1))
        .hasMessage("L1: l1 must be zero or more and finite, got -1.0");
    assertThatThrownBy(() -> Regularizers.l2(Double.NaN))
        .hasMessage("L2: l2 must be zero or more and finite, got NaN");
    assertThatThrownBy(() -> Regularizers.l1L2(0, -1))
        .hasMessage("L1L2: l2 must be zero or more and finite, got -1.0");
    assertThatThrownBy(() -> Regularizers.orthogonal(-1, Mode.ROWS))
        .hasMessage("OrthogonalRegularizer: factor must be zero or more and finite, got -1.0");
  }

  @Test
  void orthogonality_is_of_matrices() {
    Regularizer regularizer = Regularizers.orthogonal();
    assertThatThrownBy(() -> regularizer.penalty(new float[4], 0, Shape.of(4)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            OrthogonalRegularizer takes matrices only, of two rows or more
              expected: a parameter of two axes
              got:      (4,)
              fix:      take another regularizer for it
              see:      https://mnist4j.github.io/troubleshooting#regularizer-shape""");
    Shape one = Shape.of(1, 4);
    assertThatThrownBy(() -> regularizer.addGradient(new float[4], new float[4], 0, one))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("got:      (1, 4)");
    Shape column = Shape.of(4, 1);
    assertThatThrownBy(() -> Regularizers.orthogonal(1, Mode.COLUMNS).requireShape(column))
        .hasMessageContaining("of two columns or more");
    regularizer.requireShape(column);
  }
}
