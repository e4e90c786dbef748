package io.github.mnist4j.callbacks;

import io.github.mnist4j.errors.Check;
import java.time.Duration;
import java.util.Map;

/**
 * Ends the training behind the step at which a time has passed since it began; the validation and
 * the end of the epoch still come.
 *
 * <pre>{@code timeLimit(Duration.ofMinutes(10))}</pre>
 *
 * @param limit how long it may train; not negative
 * @param verbose whether the end is printed: 0 or 1; 0
 */
public record TimeLimit(Duration limit, int verbose) implements Callback {
  /** Checks the ranges. */
  public TimeLimit {
    Check.notNull(limit, "TimeLimit", "limit");
    Check.atLeast(0, verbose, "TimeLimit", "verbose");
    if (limit.isNegative()) {
      throw new IllegalArgumentException("TimeLimit: limit must not be negative, got " + limit);
    }
  }

  /** What is remembered of one training. */
  private static final class Run {
    private final long start = System.nanoTime();
    private int epoch;
    private boolean reached;
  }

  @Override
  public void onTrainBegin(TrainingContext training) {
    training.state(this, Run::new);
  }

  @Override
  public void onEpochBegin(TrainingContext training, int epoch) {
    training.state(this, Run::new).epoch = epoch;
  }

  @Override
  public void onBatchEnd(TrainingContext training, int batch, Map<String, Double> logs) {
    Run run = training.state(this, Run::new);
    if (!run.reached && isOver(run.start, System.nanoTime(), limit)) {
      run.reached = true;
      training.stop();
      if (verbose > 0) {
        training.print(
            "\nEpoch "
                + (run.epoch + 1)
                + ": time limit of "
                + limit.toMillis() / 1e3
                + " s reached");
      }
    }
  }

  /** Returns whether a time has passed; the clock's numbers may run over. */
  static boolean isOver(long start, long now, Duration limit) {
    return Duration.ofNanos(now - start).compareTo(limit) >= 0;
  }

  /** Returns the same callback that prints what it does (1), or does not (0). */
  public TimeLimit verbose(int verbose) {
    return new TimeLimit(limit, verbose);
  }
}
