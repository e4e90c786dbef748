package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gated recurrent unit (Cho et al. 2014): with z, r from {@code x·W + b + h·U}, {@code h = σ(z)·h +
 * (1 − σ(z))·tanh(x·Wₕ + bₕ + σ(r)·(h·Uₕ + b′ₕ))}, step by step from zero; without {@code
 * resetAfter}, the reset comes before the product, {@code (σ(r)·h)·Uₕ}.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, kernel {@code (channels, 3 · units)},
 * recurrent kernel {@code (units, 3 · units)}, bias {@code (2, 3 · units)}, y {@code (units)}, or
 * {@code (steps, units)} where sequences are returned. Defaults follow Keras: tanh, sigmoid gates,
 * reset after the product, Glorot-uniform kernel, orthogonal recurrent kernel, zero bias.
 *
 * <pre>{@code Sequential.of(Input(28, 28), GRU(64), Dense(10))  // rows of a digit}</pre>
 *
 * @param units size of the state and of the output, at least 1
 * @param activation of the new state; a function of one number
 * @param recurrentActivation of the gates; a function of one number
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
 * @param resetAfter whether the reset gate comes behind the product, as on GPUs; then there are two
 *     biases
 * @param seed the seed of the choice, or {@code null} for the network's
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record GRU(
    int units,
    Activation activation,
    Activation recurrentActivation,
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
    boolean resetAfter,
    @Nullable Integer seed,
    @Nullable String name)
    implements Recurrent {
  /** Checks the ranges. */
  public GRU {
    Check.atLeast(1, units, "GRU", "units");
    Sequences.requirePointwise(activation, "GRU", "activation");
    Sequences.requirePointwise(recurrentActivation, "GRU", "recurrentActivation");
    Check.notNull(kernelInitializer, "GRU", "kernelInitializer");
    Check.notNull(recurrentInitializer, "GRU", "recurrentInitializer");
    Check.notNull(biasInitializer, "GRU", "biasInitializer");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "GRU");
    Check.inHalfOpen(0, 1, dropout, "GRU", "dropout");
  }

  @Override
  public Shape outputShape(Shape input) {
    return Sequences.output(input, units, returnSequences);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    int width = Math.multiplyExact(3, units);
    List<ParamSpec> params = new ArrayList<>();
    params.add(
        ParamSpec.of("kernel", Shape.of(input.dim(1), width), kernelInitializer)
            .with(kernelRegularizer, kernelConstraint));
    params.add(
        ParamSpec.of("recurrent_kernel", Shape.of(units, width), recurrentInitializer)
            .with(recurrentRegularizer, recurrentConstraint));
    if (useBias) {
      params.add(
          ParamSpec.of("bias", resetAfter ? Shape.of(2, width) : Shape.of(width), biasInitializer)
              .with(biasRegularizer, biasConstraint));
    }
    return params;
  }

  /** Returns the same layer with another activation. */
  public GRU activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with another activation of its gates. */
  public GRU recurrentActivation(Activation recurrentActivation) {
    return Records.with(this, "recurrentActivation", recurrentActivation);
  }

  /** Returns the same layer with or without a bias. */
  public GRU useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public GRU kernelInitializer(Initializer kernelInitializer) {
    return Records.with(this, "kernelInitializer", kernelInitializer);
  }

  /** Returns the same layer with another initializer of its recurrent kernel. */
  public GRU recurrentInitializer(Initializer recurrentInitializer) {
    return Records.with(this, "recurrentInitializer", recurrentInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public GRU biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with another penalty on its kernel. */
  public GRU kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return Records.with(this, "kernelRegularizer", kernelRegularizer);
  }

  /** Returns the same layer with another penalty on its recurrent kernel. */
  public GRU recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return Records.with(this, "recurrentRegularizer", recurrentRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public GRU biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public GRU activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its kernel. */
  public GRU kernelConstraint(@Nullable Constraint kernelConstraint) {
    return Records.with(this, "kernelConstraint", kernelConstraint);
  }

  /** Returns the same layer with another constraint on its recurrent kernel. */
  public GRU recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return Records.with(this, "recurrentConstraint", recurrentConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public GRU biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  /** Returns the same layer with its inputs dropped out while training. */
  public GRU dropout(double dropout) {
    return Records.with(this, "dropout", dropout);
  }

  /** Returns the same layer with each step put out, or the last one alone. */
  public GRU returnSequences(boolean returnSequences) {
    return Records.with(this, "returnSequences", returnSequences);
  }

  @Override
  public GRU goBackwards(boolean goBackwards) {
    return Records.with(this, "goBackwards", goBackwards);
  }

  /** Returns the same layer with the reset gate behind the product, or before it. */
  public GRU resetAfter(boolean resetAfter) {
    return Records.with(this, "resetAfter", resetAfter);
  }

  /** Returns the same layer with a seed of its own. */
  public GRU seed(@Nullable Integer seed) {
    return Records.with(this, "seed", seed);
  }

  @Override
  public GRU name(String name) {
    return Records.with(this, "name", Check.layerName(name, "GRU"));
  }
}
