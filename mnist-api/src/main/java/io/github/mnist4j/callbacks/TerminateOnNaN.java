package io.github.mnist4j.callbacks;

/**
 * Ends the training quietly where the loss of a step is not finite.
 *
 * <pre>{@code model.fit(train, epochs(100).callbacks(terminateOnNaN()))}</pre>
 *
 * <p>Without it, {@code fit} throws a {@link io.github.mnist4j.errors.NonFiniteException} that says
 * where numbers went out of range. With it, {@code Batch 12: Invalid loss, terminating training} is
 * printed, the epoch ends behind that step, with a loss that is not finite, and {@code fit} returns
 * the history so far. The weights are those of the step before, as the step changed nothing; Keras'
 * would be NaN.
 */
public record TerminateOnNaN() implements Callback {
  @Override
  public boolean onLossNotFinite(TrainingContext training, int batch, double loss) {
    training.print("Batch " + batch + ": Invalid loss, terminating training");
    return true;
  }
}
