package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.EnumSet;
import java.util.Set;

/** What recurrent layers have in common. */
final class Sequences {
  /** They look at several numbers at once. */
  private static final Set<Activation> NOT_POINTWISE =
      EnumSet.of(Activation.softmax, Activation.log_softmax);

  private Sequences() {}

  static Shape output(Shape input, int units, boolean returnSequences) {
    Images.requireSequence(input);
    return returnSequences ? Shape.of(input.dim(0), units) : Shape.of(units);
  }

  static void requirePointwise(Activation activation, String owner, String argument) {
    Check.notNull(activation, owner, argument);
    if (NOT_POINTWISE.contains(activation)) {
      throw new IllegalArgumentException(
          owner + ": " + argument + " must be a function of one number, got " + activation);
    }
  }
}
