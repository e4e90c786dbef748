package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recurrent layer whose state is its output: {@code h = activation(x·W + b + h·U)}, step by step
 * from zero.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, kernel {@code (channels, units)}, recurrent
 * kernel {@code (units, units)}, bias {@code (units)}, y {@code (units)}, or {@code (steps, units)}
 * where sequences are returned. Defaults follow Keras: tanh, Glorot-uniform kernel, orthogonal
 * recurrent kernel, zero bias.
 *
 * <pre>{@code Sequential.of(Input(28, 28), SimpleRNN(64), Dense(10))  // rows of a digit}</pre>
 *
 * @param units size of the state and of the output, at least 1
 * @param activation of the new state; a function of one number
 * @param useBias whether a bias is added
 * @param kernelInitializer fills the kernel
 * @param recurrentInitializer fills the recurrent kernel
 * @param biasInitializer fills the bias
 * @param kernelRegularizer what the kernel adds to the loss, or {@code null} for nothing
 * @param recurrentRegularizer what the recurrent kernel adds to the loss, or {@code null} for
 *     nothing
 * @param biasRegularizer what the bias adds to the loss, or {@code null} for nothing
 * @param activityRegularizer what the output adds to the loss, by the mean over a batch: l1, l2 or
 *     both; {@code null} for nothing
 * @param kernelConstraint what is done to the kernel behind each step, or {@code null} for nothing
 * @param recurrentConstraint what is done to the recurrent kernel behind each step, or {@code null}
 *     for nothing
 * @param biasConstraint what is done to the bias behind each step, or {@code null} for nothing
 * @param dropout the part of the inputs that is set to zero while training, the same at each step;
 *     0 up to but not 1
 * @param returnSequences whether each step is put out, and not the last one alone
 * @param goBackwards whether the last step is seen first; the output is then in that order
 * @param seed the seed of the choice, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record SimpleRNN(
    int units,
    Activation activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer recurrentInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer recurrentRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint kernelConstraint,
    @Nullable Constraint recurrentConstraint,
    @Nullable Constraint biasConstraint,
    double dropout,
    boolean returnSequences,
    boolean goBackwards,
    @Nullable Integer seed,
    @Nullable String name)
    implements Recurrent {
  /** Checks the ranges. */
  public SimpleRNN {
    Check.atLeast(1, units, "SimpleRNN", "units");
    Sequences.requirePointwise(activation, "SimpleRNN", "activation");
    Check.notNull(kernelInitializer, "SimpleRNN", "kernelInitializer");
    Check.notNull(recurrentInitializer, "SimpleRNN", "recurrentInitializer");
    Check.notNull(biasInitializer, "SimpleRNN", "biasInitializer");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "SimpleRNN");
    Check.inHalfOpen(0, 1, dropout, "SimpleRNN", "dropout");
  }

  @Override
  public Shape outputShape(Shape input) {
    return Sequences.output(input, units, returnSequences);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    List<ParamSpec> params = new ArrayList<>();
    params.add(
        ParamSpec.of("kernel", Shape.of(input.dim(1), units), kernelInitializer)
            .with(kernelRegularizer, kernelConstraint));
    params.add(
        ParamSpec.of("recurrent_kernel", Shape.of(units, units), recurrentInitializer)
            .with(recurrentRegularizer, recurrentConstraint));
    if (useBias) {
      params.add(
          ParamSpec.of("bias", Shape.of(units), biasInitializer)
              .with(biasRegularizer, biasConstraint));
    }
    return params;
  }

  /** Returns the same layer with another activation. */
  public SimpleRNN activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with or without a bias. */
  public SimpleRNN useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public SimpleRNN kernelInitializer(Initializer kernelInitializer) {
    return Records.with(this, "kernelInitializer", kernelInitializer);
  }

  /** Returns the same layer with another initializer of its recurrent kernel. */
  public SimpleRNN recurrentInitializer(Initializer recurrentInitializer) {
    return Records.with(this, "recurrentInitializer", recurrentInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public SimpleRNN biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with another penalty on its kernel. */
  public SimpleRNN kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return Records.with(this, "kernelRegularizer", kernelRegularizer);
  }

  /** Returns the same layer with another penalty on its recurrent kernel. */
  public SimpleRNN recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return Records.with(this, "recurrentRegularizer", recurrentRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public SimpleRNN biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public SimpleRNN activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its kernel. */
  public SimpleRNN kernelConstraint(@Nullable Constraint kernelConstraint) {
    return Records.with(this, "kernelConstraint", kernelConstraint);
  }

  /** Returns the same layer with another constraint on its recurrent kernel. */
  public SimpleRNN recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return Records.with(this, "recurrentConstraint", recurrentConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public SimpleRNN biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  /** Returns the same layer with its inputs dropped out while training. */
  public SimpleRNN dropout(double dropout) {
    return Records.with(this, "dropout", dropout);
  }

  /** Returns the same layer with each step put out, or the last one alone. */
  public SimpleRNN returnSequences(boolean returnSequences) {
    return Records.with(this, "returnSequences", returnSequences);
  }

  @Override
  public SimpleRNN goBackwards(boolean goBackwards) {
    return Records.with(this, "goBackwards", goBackwards);
  }

  /** Returns the same layer with a seed of its own. */
  public SimpleRNN seed(@Nullable Integer seed) {
    return Records.with(this, "seed", seed);
  }

  @Override
  public SimpleRNN name(String name) {
    return Records.with(this, "name", Check.layerName(name, "SimpleRNN"));
  }
}
