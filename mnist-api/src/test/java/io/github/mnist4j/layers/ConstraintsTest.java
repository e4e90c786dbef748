package io.github.mnist4j.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnist4j.errors.ShapeException;
import io.github.mnist4j.layers.Constraint.MaxNorm;
import io.github.mnist4j.layers.Constraint.UnitNorm;
import io.github.mnist4j.tensor.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConstraintsTest {
  private static final Shape MATRIX = Shape.of(2, 2);

  private static float[] applied(Constraint constraint, float... values) {
    constraint.apply(values, 0, MATRIX);
    return values;
  }

  private static Iterable<Constraint> all() {
    return Constraints.TYPES.values();
  }

  @Test
  void columns_are_the_vectors_by_default() {
    float[] values = applied(Constraints.unitNorm(), 3, 0, 4, 2);
    assertThat(values).usingComparatorWithPrecision(1e-6f).containsExactly(0.6f, 0, 0.8f, 1);
  }

  @Test
  void shorter_vectors_are_left() {
    float[] values = applied(Constraints.maxNorm(5), 1, 30, 2, 40);
    assertThat(values).usingComparatorWithPrecision(1e-6f).containsExactly(1, 3, 2, 4);
  }

  @Test
  void a_rate_goes_part_of_the_way() {
    float[] values = applied(Constraints.minMaxNorm(0, 1, 0.25, 0, 1), 3, 0, 4, 0);
    assertThat((double) values[0]).isCloseTo(3 * 4 / 5.0, within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_is_no_number_stays_none(Constraint constraint) {
    assertThat(applied(constraint, 1, 2, Float.NaN, 3)[2]).isNaN();
  }

  @ParameterizedTest
  @MethodSource("all")
  void no_numbers_are_no_trouble(Constraint constraint) {
    constraint.apply(new float[2], 1, Shape.of(0, 3));
    constraint.apply(new float[2], 1, Shape.of(3, 0));
  }

  @Test
  void names_are_keras_strings_and_classes() {
    assertThat(Constraints.named("max_norm")).isEqualTo(new MaxNorm(2, List.of(0)));
    assertThat(Constraints.named("MinMaxNorm")).isEqualTo(Constraints.minMaxNorm(0, 1, 1, 0));
    assertThat(Constraints.named("unit_norm")).isEqualTo(new UnitNorm(List.of(0)));
    assertThat(Constraints.minMaxNorm(0, 1, 1)).isEqualTo(Constraints.minMaxNorm());
    assertThat(Constraints.named("non_neg")).isEqualTo(Constraints.nonNeg());
    assertThatThrownBy(() -> Constraints.named("maxnorm"))
        .hasMessage(
            """
            unknown constraint 'maxnorm'
              expected: one of max_norm, min_max_norm, non_neg, unit_norm
              fix:      did you mean 'max_norm'?
              see:      https://mnist4j.github.io/troubleshooting#unknown-name""");
  }

  @Test
  void settings_are_checked() {
    assertThatThrownBy(() -> Constraints.maxNorm(-1))
        .hasMessage("MaxNorm: maxValue must be zero or more and finite, got -1.0");
    assertThatThrownBy(() -> Constraints.minMaxNorm(-1, 1))
        .hasMessage("MinMaxNorm: minValue must be zero or more and finite, got -1.0");
    assertThatThrownBy(() -> Constraints.minMaxNorm(2, 1))
        .hasMessage("MinMaxNorm: maxValue must be at least minValue, 2.0, got 1.0");
    assertThatThrownBy(() -> Constraints.minMaxNorm(0, 1, 1.5))
        .hasMessage("MinMaxNorm: rate must be from 0 to 1, got 1.5");
    assertThatThrownBy(() -> new UnitNorm(List.of()))
        .hasMessage("UnitNorm: the number of axes must be at least 1, got 0");
  }

  @ParameterizedTest
  @CsvSource({"2", "-3"})
  void an_axis_must_be_there(int axis) {
    Constraint constraint = Constraints.maxNorm(1, axis);
    assertThatThrownBy(() -> constraint.apply(new float[4], 0, MATRIX))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            MaxNorm has an axis that its parameter has not, or has it twice
              expected: different axes of 0 to 1, or from the end
              got:      axis %d of a parameter (2, 2)
              see:      https://mnist4j.github.io/troubleshooting#constraint-axis"""
                .formatted(axis));
    assertThatThrownBy(() -> constraint.requireShape(MATRIX)).isInstanceOf(ShapeException.class);
  }

  @Test
  void an_axis_is_named_once_and_single_numbers_have_none() {
    assertThatThrownBy(() -> Constraints.unitNorm(1, -1).requireShape(MATRIX))
        .hasMessageContaining("got:      axis [1, -1] of a parameter (2, 2)");
    assertThatThrownBy(() -> Constraints.minMaxNorm().requireShape(Shape.scalar()))
        .hasMessageContaining("expected: a parameter of one axis or more");
    Constraints.nonNeg().requireShape(Shape.scalar());
  }
}
