package io.github.mnist4j.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
  private final Problem problem =
      Problem.of("cannot pool its input")
          .expected("height and width of at least 2")
          .got("(1, 1, 64)")
          .fix("remove this layer")
          .see("shape-too-small");

  @Test
  void a_text_has_a_line_for_each_item() {
    assertThat(problem.text())
        .isEqualTo(
            "cannot pool its input\n"
                + "  expected: height and width of at least 2\n"
                + "  got:      (1, 1, 64)\n"
                + "  fix:      remove this layer\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#shape-too-small");
  }

  @Test
  void items_that_are_not_given_are_left_out() {
    assertThat(Problem.of("it broke").fix("mend it").text())
        .isEqualTo("it broke\n  fix:      mend it");
  }

  @Test
  void a_shape_error_learns_its_place() {
    ShapeException placed =
        problem.asShapeException().in("layer 2 'pool' (MaxPooling2D)", "layer 1 'conv' (Conv2D)");
    assertThat(placed)
        .hasMessage(
            "layer 2 'pool' (MaxPooling2D) cannot pool its input\n"
                + "  expected: height and width of at least 2\n"
                + "  got:      (1, 1, 64) from layer 1 'conv' (Conv2D)\n"
                + "  fix:      remove this layer\n"
                + "  see:      https://mnist4j.github.io/troubleshooting#shape-too-small");
  }

  @Test
  void errors_have_the_types_that_callers_may_catch() {
    assertThat(problem.asShapeException()).isInstanceOf(IllegalArgumentException.class);
    assertThat(problem.asDataException()).isInstanceOf(IllegalArgumentException.class);
    assertThat(problem.asCompileException()).isInstanceOf(IllegalArgumentException.class);
    assertThat(problem.asNonFiniteException()).isInstanceOf(ArithmeticException.class);
    assertThat(problem.asIllegalArgument()).isExactlyInstanceOf(IllegalArgumentException.class);
    assertThat(problem.asIllegalState()).isExactlyInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_format_error_keeps_its_cause() {
    Exception cause = new Exception("torn");
    assertThat(problem.asModelFormatException(cause)).hasCause(cause).hasMessage(problem.text());
    assertThat(problem.asModelFormatException()).hasNoCause();
  }
}
