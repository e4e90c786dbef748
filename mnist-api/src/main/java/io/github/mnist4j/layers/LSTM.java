package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Long short-term memory (Hochreiter &amp; Schmidhuber 1997): with i, f, g, o from the four parts
 * of {@code x·W + b + h·U}, {@code c = σ(f)·c + σ(i)·tanh(g)}, {@code h = σ(o)·tanh(c)}, step by
 * step from zero.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, kernel {@code (channels, 4 · units)},
 * recurrent kernel {@code (units, 4 · units)}, bias {@code (4 · units)}, y {@code (units)}, or
 * {@code (steps, units)} where sequences are returned. Defaults follow Keras: tanh, sigmoid gates,
 * Glorot-uniform kernel, orthogonal recurrent kernel, zero bias, the forget gate's 1.
 *
 * <pre>{@code Sequential.of(Input(28, 28), LSTM(64), Dense(10))  // rows of a digit}</pre>
 *
 * @param units size of the state and of the output, at least 1
 * @param activation of the new state; a function of one number
 * @param recurrentActivation of the gates; a function of one number
 * @param useBias whether a bias is added
 * @param kernelInitializer fills the kernel
 * @param recurrentInitializer fills the recurrent kernel
 * @param biasInitializer fills the bias
 * @param unitForgetBias whether the forget gate's bias begins with 1
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
public record LSTM(
    int units,
    Activation activation,
    Activation recurrentActivation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer recurrentInitializer,
    Initializer biasInitializer,
    boolean unitForgetBias,
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
  public LSTM {
    Check.atLeast(1, units, "LSTM", "units");
    Sequences.requirePointwise(activation, "LSTM", "activation");
    Sequences.requirePointwise(recurrentActivation, "LSTM", "recurrentActivation");
    Check.notNull(kernelInitializer, "LSTM", "kernelInitializer");
    Check.notNull(recurrentInitializer, "LSTM", "recurrentInitializer");
    Check.notNull(biasInitializer, "LSTM", "biasInitializer");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "LSTM");
    Check.inHalfOpen(0, 1, dropout, "LSTM", "dropout");
  }

  @Override
  public Shape outputShape(Shape input) {
    return Sequences.output(input, units, returnSequences);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    int width = Math.multiplyExact(4, units);
    List<ParamSpec> params = new ArrayList<>();
    params.add(
        ParamSpec.of("kernel", Shape.of(input.dim(1), width), kernelInitializer)
            .with(kernelRegularizer, kernelConstraint));
    params.add(
        ParamSpec.of("recurrent_kernel", Shape.of(units, width), recurrentInitializer)
            .with(recurrentRegularizer, recurrentConstraint));
    if (useBias) {
      params.add(
          ParamSpec.of("bias", Shape.of(width), unitForgetBias ? forgetBias() : biasInitializer)
              .with(biasRegularizer, biasConstraint));
    }
    return params;
  }

  private Initializer forgetBias() {
    return new Initializer.InParts(
        List.of(biasInitializer, Initializers.ones(), biasInitializer, biasInitializer));
  }

  /** Returns the same layer with another activation. */
  public LSTM activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with another activation of its gates. */
  public LSTM recurrentActivation(Activation recurrentActivation) {
    return Records.with(this, "recurrentActivation", recurrentActivation);
  }

  /** Returns the same layer with or without a bias. */
  public LSTM useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public LSTM kernelInitializer(Initializer kernelInitializer) {
    return Records.with(this, "kernelInitializer", kernelInitializer);
  }

  /** Returns the same layer with another initializer of its recurrent kernel. */
  public LSTM recurrentInitializer(Initializer recurrentInitializer) {
    return Records.with(this, "recurrentInitializer", recurrentInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public LSTM biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with or without a forget gate that begins open. */
  public LSTM unitForgetBias(boolean unitForgetBias) {
    return Records.with(this, "unitForgetBias", unitForgetBias);
  }

  /** Returns the same layer with another penalty on its kernel. */
  public LSTM kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return Records.with(this, "kernelRegularizer", kernelRegularizer);
  }

  /** Returns the same layer with another penalty on its recurrent kernel. */
  public LSTM recurrentRegularizer(@Nullable Regularizer recurrentRegularizer) {
    return Records.with(this, "recurrentRegularizer", recurrentRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public LSTM biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public LSTM activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its kernel. */
  public LSTM kernelConstraint(@Nullable Constraint kernelConstraint) {
    return Records.with(this, "kernelConstraint", kernelConstraint);
  }

  /** Returns the same layer with another constraint on its recurrent kernel. */
  public LSTM recurrentConstraint(@Nullable Constraint recurrentConstraint) {
    return Records.with(this, "recurrentConstraint", recurrentConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public LSTM biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  /** Returns the same layer with its inputs dropped out while training. */
  public LSTM dropout(double dropout) {
    return Records.with(this, "dropout", dropout);
  }

  /** Returns the same layer with each step put out, or the last one alone. */
  public LSTM returnSequences(boolean returnSequences) {
    return Records.with(this, "returnSequences", returnSequences);
  }

  @Override
  public LSTM goBackwards(boolean goBackwards) {
    return Records.with(this, "goBackwards", goBackwards);
  }

  /** Returns the same layer with a seed of its own. */
  public LSTM seed(@Nullable Integer seed) {
    return Records.with(this, "seed", seed);
  }

  @Override
  public LSTM name(String name) {
    return Records.with(this, "name", Check.layerName(name, "LSTM"));
  }
}
