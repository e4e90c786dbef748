package io.github.mnist4j.metrics;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;

/** What metrics want of targets and outputs. */
final class Targets {
  private Targets() {}

  /** Requires the output's shape; a single number may stand for {@code (1,)}. */
  static void requireSame(String metric, Shape target, Shape output) {
    boolean single = target.rank() == 0 && output.equals(Shape.of(1));
    if (!target.equals(output) && !single) {
      throw misfit(
              metric,
              "targets of the output's shape, y of shape " + batch(output),
              "y of shape " + batch(target))
          .fix("give each sample a target of shape " + output)
          .asDataException();
    }
  }

  /** Requires targets of one number a class, for one class or some. */
  static void requireClasses(String metric, Shape target, Shape output) {
    requireSame(metric, target, output);
    if (output.rank() != 1) {
      throw misfit(metric, "outputs of one number a class, of shape (n, classes)", batch(output))
          .asDataException();
    }
  }

  /** Requires that the last axis has a place of a number. */
  static void requireWidth(String metric, String argument, int least, Shape output) {
    int width = output.rank() == 0 ? 1 : output.dim(-1);
    if (width < least) {
      throw misfit(
              metric,
              "at least " + least + " classes, as " + argument + " says",
              width + " classes")
          .asDataException();
    }
  }

  private static Problem misfit(String metric, String expected, String got) {
    return Problem.of("targets or outputs do not fit the metric " + metric)
        .expected(expected)
        .got(got)
        .see("targets-do-not-fit");
  }

  private static String batch(Shape shape) {
    return shape.toBatchString().replace("None", "n");
  }
}
