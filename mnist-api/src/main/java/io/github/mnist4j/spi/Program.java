package io.github.mnist4j.spi;

import io.github.mnist4j.data.Batch;
import io.github.mnist4j.tensor.Tensor;

/**
 * A network that runs. {@link #predict} may be called from any thread at any time; the rest from
 * one thread. Holds memory outside the Java heap until it is closed; after that, every call throws
 * {@link IllegalStateException}.
 *
 * <pre>{@code
 * try (Program program = engine.compile(network)) {
 *   for (Batch batch : batches) {
 *     StepResult step = program.train(batch, 1e-3);
 *     System.out.println(step.loss());
 *   }
 *   program.predict(x);
 * }
 * }</pre>
 */
public interface Program extends AutoCloseable {
  /**
   * Trains on one batch: forward, backward, update. Where the loss is not finite, nothing is
   * updated.
   *
   * @param batch samples of the network's shapes
   * @param learningRate the optimizer's step size, for this step
   */
  StepResult train(Batch batch, double learningRate);

  /**
   * Ends a training: where the optimizer averages the weights, and has trained a step, the averages
   * take their place. An engine without such optimizers need not do anything.
   */
  default void finish() {}

  /** Tests on one batch: the loss and the outputs, as when predicting. */
  StepResult test(Batch batch);

  /**
   * Returns the network's outputs.
   *
   * @param x {@code (n, …)}, any number of samples of the network's shape
   * @return {@code (n, …)}
   */
  Tensor predict(Tensor x);

  /**
   * Returns how a sum of the outputs changes with the inputs, as when predicting: {@code dx = Σ
   * outputGradient · dy/dx}. May be called from any thread, as {@link #predict}.
   *
   * @param x {@code (n, …)}, samples of the network's shape
   * @param outputGradient {@code (n, …)}, what each output counts
   * @return {@code (n, …)}, of x's shape
   */
  Tensor inputGradient(Tensor x, Tensor outputGradient);

  /** Returns a copy of the weights, named {@code layer/param}. */
  Weights weights();

  /**
   * Takes over weights.
   *
   * @throws io.github.mnist4j.errors.ShapeException if names or shapes differ from the network's;
   *     nothing is changed then
   */
  void load(Weights weights);

  /** Returns how many steps were trained: the {@code iteration} of the optimizer's state. */
  long iteration();

  /**
   * Returns a copy of the optimizer's state: {@code iteration}, and its slots named {@code
   * layer/param/slot}.
   */
  Weights optimizerState();

  /**
   * Takes over an optimizer's state.
   *
   * @throws io.github.mnist4j.errors.ShapeException if names or shapes differ from the optimizer's;
   *     nothing is changed then
   */
  void loadOptimizerState(Weights state);

  /** Frees the memory. A second call does nothing. */
  @Override
  void close();
}
