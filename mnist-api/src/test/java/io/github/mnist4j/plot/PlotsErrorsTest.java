package io.github.mnist4j.plot;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnist4j.tensor.Shape;
import io.github.mnist4j.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotsErrorsTest {
  private static final String SEE =
      "\n  see:      https://mnist4j.github.io/troubleshooting#plot-values";

  private final Tensor image = Tensor.zeros(Shape.of(2, 2));

  @Test
  void a_grid_needs_an_image_a_column_and_a_range() {
    assertThatThrownBy(() -> Plots.grid(List.of(), List.of(), 1))
        .hasMessage(
            "Plots.grid: there is no image to show\n"
                + "  expected: at least one\n"
                + "  got:      an empty list"
                + SEE);
    assertThatThrownBy(() -> Plots.grid(List.of(image), List.of(), 0))
        .hasMessage("Plots.grid: columns must be at least 1, got 0");
    assertThatThrownBy(() -> Plots.grid(List.of(image), List.of(), 1, 1, 1))
        .hasMessage(
            "Plots.grid: the range of values has no extent\n"
                + "  expected: the lower number first\n"
                + "  got:      1.0 to 1.0"
                + SEE);
  }

  @Test
  void a_line_needs_a_value() {
    Panel panel = Panel.of("Loss", "epoch", "loss");
    assertThatThrownBy(() -> panel.line("train"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the line 'train' has no values\n"
                + "  expected: one value an epoch, at least one\n"
                + "  got:      none\n"
                + "  fix:      draw after the first epoch, or leave this line out"
                + SEE);
  }

  @Test
  void a_panel_needs_a_line_and_a_range_with_an_extent() {
    Panel panel = Panel.of("Loss", "epoch", "loss");
    assertThatThrownBy(() -> Plots.curves(panel))
        .hasMessage(
            "Plots.curves: the panel 'Loss' has no lines\n"
                + "  expected: at least one\n"
                + "  got:      none\n"
                + "  fix:      add one with line(name, values)"
                + SEE);
    assertThatThrownBy(() -> panel.range(2, 1))
        .hasMessage(
            "Panel: the y axis has no extent\n"
                + "  expected: two finite numbers, the lower one first\n"
                + "  got:      2.0 to 1.0"
                + SEE);
  }

  @Test
  void a_prediction_needs_one_name_a_score() {
    assertThatThrownBy(() -> Plots.prediction(image, new float[] {1, 2}, List.of("one")))
        .hasMessage(
            "Plots.prediction: scores and class names do not fit together\n"
                + "  expected: one score and one name a class, at least one class\n"
                + "  got:      2 scores and 1 names"
                + SEE);
  }
}
