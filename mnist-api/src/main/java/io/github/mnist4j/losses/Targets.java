package io.github.mnist4j.losses;

import io.github.mnist4j.errors.Problem;
import io.github.mnist4j.tensor.Shape;

/** What losses with a target as large as the output have in common. */
final class Targets {
  private Targets() {}

  /** Requires the output's shape; a single number may stand for {@code (1,)}. */
  static void requireSame(String loss, Shape target, Shape output, String fix) {
    boolean single = target.rank() == 0 && output.equals(Shape.of(1));
    if (!target.equals(output) && !single) {
      throw Problem.of("targets do not fit the loss " + loss)
          .expected(
              "targets of the output's shape, y of shape "
                  + output.toBatchString().replace("None", "n"))
          .got("y of shape " + target.toBatchString().replace("None", "n"))
          .fix(fix)
          .see("targets-do-not-fit")
          .asDataException();
    }
  }
}
