package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.spi.Weights;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends the training when a value has not become better for some epochs, and gives the model the
 * weights of the best one.
 *
 * <pre>{@code
 * model.fit(train, epochs(100).validationData(test).callbacks(earlyStopping().patience(3)));
 * }</pre>
 *
 * <p>Better is {@code value + minDelta < best}, or {@code value − minDelta > best}. Different from
 * Keras, the best weights are restored unless you say otherwise, also where the training fails; and
 * a value that is NaN is never the best.
 *
 * @param monitor the value's name in logs; {@code val_loss}
 * @param minDelta the least difference that counts, its sign does not; 0
 * @param patience how many epochs without an improvement are the end; 0
 * @param verbose whether the end and the restored epoch are printed: 0 or 1; 0
 * @param mode which way is better; AUTO
 * @param baseline a value to be better than: an epoch that is not uses up patience, even if it is
 *     the best so far; {@code null}
 * @param restoreBestWeights whether the model gets the best epoch's weights at the end; true, where
 *     Keras has false
 * @param startFromEpoch how many epochs to wait before looking; 0
 */
public record EarlyStopping(
    String monitor,
    double minDelta,
    int patience,
    int verbose,
    Mode mode,
    @Nullable Double baseline,
    boolean restoreBestWeights,
    int startFromEpoch)
    implements Callback {
  private static final String OWNER = "EarlyStopping";

  /** Checks the ranges. */
  public EarlyStopping {
    Monitor.check(OWNER, monitor, mode, minDelta, verbose);
    Check.atLeast(0, patience, OWNER, "patience");
    Check.atLeast(0, startFromEpoch, OWNER, "startFromEpoch");
    if (baseline != null) {
      Check.finite(baseline, OWNER, "baseline");
    }
  }

  /** What is remembered of one training. */
  private static final class Run {
    private final Monitor monitor;
    private @Nullable Double best;
    private @Nullable Weights bestWeights;
    private int bestEpoch;
    private int wait;
    private int stoppedEpoch;

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
    Double current = logs.get(monitor);
    if (current == null) {
      run.monitor.warn(
          String.format(
              "Early stopping conditioned on metric `%s` which is not available. Available"
                  + " metrics are: %s",
              monitor, String.join(",", logs.keySet())));
      return;
    }
    if (epoch < startFromEpoch) {
      return;
    }
    boolean better = run.monitor.improves(current, run.best);
    run.wait++;
    if (restoreBestWeights && (better || run.bestWeights == null)) {
      run.bestWeights = training.weights();
      run.bestEpoch = epoch;
    }
    if (better) {
      run.best = current;
      if (baseline == null || run.monitor.improves(current, baseline)) {
        run.wait = 0;
      }
    } else if (run.wait >= patience && epoch > 0) {
      run.stoppedEpoch = epoch;
      training.stop();
    }
  }

  @Override
  public void onTrainEnd(TrainingContext training) {
    Run run = run(training);
    if (run.stoppedEpoch > 0 && verbose > 0) {
      training.print("Epoch " + (run.stoppedEpoch + 1) + ": early stopping");
    }
    restore(training, run);
  }

  @Override
  public void onTrainFailed(TrainingContext training, Throwable failure) {
    restore(training, run(training));
  }

  private void restore(TrainingContext training, Run run) {
    if (run.bestWeights != null) {
      if (verbose > 0) {
        training.print(
            "Restoring model weights from the end of the best epoch: " + (run.bestEpoch + 1) + ".");
      }
      training.load(run.bestWeights);
    }
  }

  /** Returns the same callback for another value. */
  public EarlyStopping monitor(String monitor) {
    return new EarlyStopping(
        monitor, minDelta, patience, verbose, mode, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Returns the same callback with another least difference that counts. */
  public EarlyStopping minDelta(double minDelta) {
    return new EarlyStopping(
        monitor, minDelta, patience, verbose, mode, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Returns the same callback with another number of epochs to wait for an improvement. */
  public EarlyStopping patience(int patience) {
    return new EarlyStopping(
        monitor, minDelta, patience, verbose, mode, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Returns the same callback that prints what it does (1), or does not (0). */
  public EarlyStopping verbose(int verbose) {
    return new EarlyStopping(
        monitor, minDelta, patience, verbose, mode, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Returns the same callback with another word on which way is better. */
  public EarlyStopping mode(Mode mode) {
    return new EarlyStopping(
        monitor, minDelta, patience, verbose, mode, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Returns the same callback with a value that has to be bettered. */
  public EarlyStopping baseline(double baseline) {
    return new EarlyStopping(
        monitor, minDelta, patience, verbose, mode, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Returns the same callback that restores the best epoch's weights, or leaves the last ones. */
  public EarlyStopping restoreBestWeights(boolean restoreBestWeights) {
    return new EarlyStopping(
        monitor, minDelta, patience, verbose, mode, baseline, restoreBestWeights, startFromEpoch);
  }

  /** Returns the same callback with another number of epochs before it looks. */
  public EarlyStopping startFromEpoch(int startFromEpoch) {
    return new EarlyStopping(
        monitor, minDelta, patience, verbose, mode, baseline, restoreBestWeights, startFromEpoch);
  }
}
