package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the learning rate smaller when a value has not become better for some epochs: {@code rate ←
 * max(rate · factor, minLr)}.
 *
 * <pre>{@code reduceLROnPlateau().factor(0.5).patience(3).minLr(1e-5)}</pre>
 *
 * <p>Better is {@code value + minDelta < best}, or {@code value − minDelta > best}; NaN is never
 * the best. The rate of each epoch comes into logs and history as {@code learning_rate}.
 *
 * @param monitor the value's name in logs; {@code val_loss}
 * @param factor what the rate is multiplied by, 0 up to but not 1; 0.1
 * @param patience how many epochs without an improvement bring a smaller rate; 10
 * @param verbose whether a new rate is printed: 0 or 1; 0
 * @param mode which way is better; AUTO
 * @param minDelta the least difference that counts, its sign does not; 1e-4
 * @param cooldown how many epochs behind a new rate are not counted; 0
 * @param minLr the least rate, 0 or more; 0
 */
public record ReduceLROnPlateau(
    String monitor,
    double factor,
    int patience,
    int verbose,
    Mode mode,
    double minDelta,
    int cooldown,
    double minLr)
    implements Callback {
  private static final String OWNER = "ReduceLROnPlateau";

  /** Checks the ranges. */
  public ReduceLROnPlateau {
    Monitor.check(OWNER, monitor, mode, minDelta, verbose);
    Check.inHalfOpen(0, 1, factor, OWNER, "factor");
    Check.atLeast(0, patience, OWNER, "patience");
    Check.atLeast(0, cooldown, OWNER, "cooldown");
    Check.notNegative(minLr, OWNER, "minLr");
  }

  /** What is remembered of one training. */
  private static final class Run {
    private final Monitor monitor;
    private @Nullable Double best;
    private int wait;
    private int cooling;

    Run(Monitor monitor) {
      this.monitor = monitor;
    }
  }

  private Run run(TrainingContext training) {
    return training.state(
        this, () -> new Run(new Monitor(training, OWNER, monitor, mode, minDelta)));
  }

  @Override
  public void onTrainBegin(TrainingContext training) {
    run(training);
  }

  @Override
  public void onEpochEnd(TrainingContext training, int epoch, Map<String, Double> logs) {
    Run run = run(training);
    logs.put("learning_rate", training.learningRate());
    Double current = logs.get(monitor);
    if (current == null) {
      run.monitor.warn(
          String.format(
              "Learning rate reduction is conditioned on metric `%s` which is not available."
                  + " Available metrics are: %s.",
              monitor, String.join(",", logs.keySet())));
      return;
    }
    if (run.cooling > 0) {
      run.cooling--;
      run.wait = 0;
    }
    if (run.monitor.improves(current, run.best)) {
      run.best = current;
      run.wait = 0;
    } else if (run.cooling == 0 && ++run.wait >= patience) {
      reduce(training, epoch, run);
    }
  }

  /** As Keras keeps rates in single precision, one that is the least one there is not reduced. */
  private void reduce(TrainingContext training, int epoch, Run run) {
    if ((float) training.learningRate() > (float) minLr) {
      double reduced = Math.max(training.learningRate() * factor, minLr);
      training.learningRate(reduced);
      if (verbose > 0) {
        training.print(
            "\nEpoch "
                + (epoch + 1)
                + ": ReduceLROnPlateau reducing learning rate to "
                + PythonNumbers.repr(reduced)
                + ".");
      }
      run.cooling = cooldown;
      run.wait = 0;
    }
  }

  /** Returns the same callback for another value. */
  public ReduceLROnPlateau monitor(String monitor) {
    return new ReduceLROnPlateau(
        monitor, factor, patience, verbose, mode, minDelta, cooldown, minLr);
  }

  /** Returns the same callback with another factor. */
  public ReduceLROnPlateau factor(double factor) {
    return new ReduceLROnPlateau(
        monitor, factor, patience, verbose, mode, minDelta, cooldown, minLr);
  }

  /** Returns the same callback with another number of epochs to wait for an improvement. */
  public ReduceLROnPlateau patience(int patience) {
    return new ReduceLROnPlateau(
        monitor, factor, patience, verbose, mode, minDelta, cooldown, minLr);
  }

  /** Returns the same callback that prints what it does (1), or does not (0). */
  public ReduceLROnPlateau verbose(int verbose) {
    return new ReduceLROnPlateau(
        monitor, factor, patience, verbose, mode, minDelta, cooldown, minLr);
  }

  /** Returns the same callback with another word on which way is better. */
  public ReduceLROnPlateau mode(Mode mode) {
    return new ReduceLROnPlateau(
        monitor, factor, patience, verbose, mode, minDelta, cooldown, minLr);
  }

  /** Returns the same callback with another least difference that counts. */
  public ReduceLROnPlateau minDelta(double minDelta) {
    return new ReduceLROnPlateau(
        monitor, factor, patience, verbose, mode, minDelta, cooldown, minLr);
  }

  /** Returns the same callback with another number of epochs that are not counted. */
  public ReduceLROnPlateau cooldown(int cooldown) {
    return new ReduceLROnPlateau(
        monitor, factor, patience, verbose, mode, minDelta, cooldown, minLr);
  }

  /** Returns the same callback with another least rate. */
  public ReduceLROnPlateau minLr(double minLr) {
    return new ReduceLROnPlateau(
        monitor, factor, patience, verbose, mode, minDelta, cooldown, minLr);
  }
}
