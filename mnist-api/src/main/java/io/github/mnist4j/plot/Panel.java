package io.github.mnist4j.plot;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One pair of axes with its lines, for {@link Plots#curves}, or its boxes, for {@link Plots#boxes}.
 *
 * <pre>{@code
 * Panel.of("Accuracy", "epoch", "accuracy")
 *     .line("train", 0.91, 0.95, 0.97)
 *     .line("validation", 0.93, 0.95, 0.96)
 *     .range(0.9, 1)
 * }</pre>
 *
 * @param title stands above; may be empty
 * @param xLabel what is counted from 1, or what the boxes are of; may be empty
 * @param yLabel what the values are, with their unit; may be empty
 * @param lines in the order of their colours
 * @param low where the y axis starts, or NaN to let the values decide
 * @param high where the y axis ends, or NaN to let the values decide
 */
public record Panel(
    String title, String xLabel, String yLabel, List<Line> lines, double low, double high) {
  /**
   * Copies the list and checks the range.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public Panel {
    Check.notNull(title, "Panel", "title");
    Check.notNull(xLabel, "Panel", "xLabel");
    Check.notNull(yLabel, "Panel", "yLabel");
    lines = List.copyOf(lines);
    if (low >= high || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw Problem.of("Panel: the y axis has no extent")
          .expected("two finite numbers, the lower one first")
          .got(low + " to " + high)
          .see("plot-values")
          .asIllegalArgument();
    }
  }

  /**
   * A named series of values: the first is drawn at x = 1. Of boxes, the values of one.
   *
   * @param name for the legend
   * @param values at least one; a NaN or infinite one is a gap in the line
   */
  public record Line(String name, List<Double> values) {
    /**
     * Copies the list and checks that it holds something.
     *
     * @throws IllegalArgumentException if there is no value
     */
    public Line {
      Check.notNull(name, "Panel.Line", "name");
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw Problem.of("the line '" + name + "' has no values")
            .expected("one value an epoch, at least one")
            .got("none")
            .fix("draw after the first epoch, or leave this line out")
            .see("plot-values")
            .asIllegalArgument();
      }
    }
  }

  /** Returns axes without lines, whose y axis follows the values. */
  public static Panel of(String title, String xLabel, String yLabel) {
    return new Panel(title, xLabel, yLabel, List.of(), Double.NaN, Double.NaN);
  }

  /**
   * Returns these axes with one more line.
   *
   * @param name for the legend
   * @param values the first is drawn at x = 1; a NaN or infinite one is a gap in the line
   * @throws IllegalArgumentException if there is no value
   */
  public Panel line(String name, double... values) {
    return line(name, Arrays.stream(values).boxed().toList());
  }

  /**
   * Returns these axes with one more line, out of numbers of any kind.
   *
   * @param name for the legend
   * @param values the first is drawn at x = 1; a NaN or infinite one is a gap in the line
   * @throws IllegalArgumentException if there is no value
   */
  public Panel line(String name, List<? extends Number> values) {
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(name, values.stream().map(Number::doubleValue).toList()));
    return new Panel(title, xLabel, yLabel, more, low, high);
  }

  /**
   * Returns these axes with a fixed y axis; what lies outside is cut off.
   *
   * @throws IllegalArgumentException if {@code low} is not less than {@code high}
   */
  public Panel range(double low, double high) {
    return new Panel(title, xLabel, yLabel, lines, low, high);
  }
}
