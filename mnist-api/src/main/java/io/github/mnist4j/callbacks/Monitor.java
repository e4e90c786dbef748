package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.errors.Problem;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** A value that a callback watches in one training: which way is better, and by how much. */
final class Monitor {
  private static final Logger LOG = System.getLogger(Callback.class.getName());

  private final boolean more;
  private final double minDelta;
  private boolean warned;

  /** Finds out which way is better. */
  Monitor(TrainingContext training, String owner, String name, Mode mode, double minDelta) {
    more = (mode == Mode.AUTO ? direction(training, owner, name) : mode) == Mode.MAX;
    this.minDelta = Math.abs(minDelta);
  }

  private static Mode direction(TrainingContext training, String owner, String name) {
    return training
        .direction(name)
        .orElseThrow(
            () ->
                Problem.of(owner + " cannot tell which way '" + name + "' gets better")
                    .expected("a loss, or a metric of the model that says so itself")
                    .got("mode AUTO")
                    .fix("check the name, or say .mode(Mode.MAX) or .mode(Mode.MIN)")
                    .see("monitor-mode")
                    .asIllegalArgument());
  }

  /** Checks what callbacks that monitor have in common. */
  static void check(String owner, String monitor, Mode mode, double minDelta, int verbose) {
    Check.notNull(monitor, owner, "monitor");
    Check.notNull(mode, owner, "mode");
    Check.finite(minDelta, owner, "minDelta");
    Check.atLeast(0, verbose, owner, "verbose");
  }

  /**
   * Returns whether a value is better than another, by more than the least difference. As in Keras,
   * in single precision: 0.8 − 0.1 is then no better than 0.7. NaN is never better, and anything is
   * better than none.
   */
  boolean improves(double value, @Nullable Double reference) {
    if (reference == null) {
      return !Double.isNaN(value);
    }
    return more
        ? (float) (value - minDelta) > reference.floatValue()
        : (float) (value + minDelta) < reference.floatValue();
  }

  /** Warns, once a training. */
  void warn(String text) {
    if (!warned) {
      warned = true;
      LOG.log(Level.WARNING, "{0}", text);
    }
  }
}
