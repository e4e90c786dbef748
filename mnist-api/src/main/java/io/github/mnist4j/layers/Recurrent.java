package io.github.mnist4j.layers;

/**
 * A layer that goes over a sequence step by step.
 *
 * <pre>{@code
 * Recurrent rows = LSTM(64).returnSequences(true);
 * Sequential.of(Input(28, 28), rows, Bidirectional(GRU(32)), Dense(10));
 * }</pre>
 */
public sealed interface Recurrent extends Layer permits SimpleRNN, LSTM, GRU {
  /** Returns the size of the state and of the output. */
  int units();

  /** Returns whether each step is put out, and not the last one alone. */
  boolean returnSequences();

  /** Returns whether the last step is seen first; the output is then in that order. */
  boolean goBackwards();

  /** Returns the same layer with the last step seen first, or the first. */
  Recurrent goBackwards(boolean goBackwards);

  @Override
  Recurrent name(String name);
}
