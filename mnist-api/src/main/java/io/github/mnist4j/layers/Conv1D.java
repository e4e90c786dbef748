package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over steps: {@code y[i,o] = activation(bias[o] + Σ x[i·s+u·d, c] · kernel[u,c,o])};
 * see {@link Conv2D}.
 *
 * <p>Shapes, per sample: x {@code (steps, channels)}, kernel {@code (kernel size, channels /
 * groups, filters)}, bias {@code (filters)}, y {@code (places, filters)}. Padding may be causal,
 * too: then no output sees a later step. Defaults follow Keras: stride 1, padding valid, no
 * dilation, one group, no activation, Glorot-uniform kernel, zero bias.
 *
 * <pre>{@code Sequential.of(Input(28, 28), Conv1D(16, 5, relu), GlobalMaxPooling1D(),
 * Dense(10))}</pre>
 *
 * @param filters channels of the output, at least 1
 * @param kernelSize the window, in steps, at least 1
 * @param strides the window's step, at least 1
 * @param padding what happens at the ends
 * @param dilationRate how far apart the window's steps are; more than 1 only with strides of 1
 * @param groups how many groups channels and filters make, a divisor of both
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param kernelInitializer fills the kernel
 * @param biasInitializer fills the bias
 * @param kernelRegularizer what the kernel adds to the loss, or {@code null} for nothing
 * @param biasRegularizer what the bias adds to the loss, or {@code null} for nothing
 * @param activityRegularizer what the output adds to the loss, by the mean over a batch: l1, l2 or
 *     both; {@code null} for nothing
 * @param kernelConstraint what is done to the kernel behind each step, or {@code null} for nothing
 * @param biasConstraint what is done to the bias behind each step, or {@code null} for nothing
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record Conv1D(
    int filters,
    int kernelSize,
    int strides,
    Padding padding,
    int dilationRate,
    int groups,
    Activation activation,
    boolean useBias,
    Initializer kernelInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer kernelRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint kernelConstraint,
    @Nullable Constraint biasConstraint,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public Conv1D {
    Check.atLeast(1, filters, "Conv1D", "filters");
    Check.atLeast(1, kernelSize, "Conv1D", "kernelSize");
    Check.atLeast(1, strides, "Conv1D", "strides");
    Check.notNull(padding, "Conv1D", "padding");
    Check.atLeast(1, dilationRate, "Conv1D", "dilationRate");
    Check.atLeast(1, groups, "Conv1D", "groups");
    Images.requireStridesOrDilation(new Size(1, strides), new Size(1, dilationRate), "Conv1D");
    Images.requireGroups(filters, groups, "Conv1D");
    Check.notNull(activation, "Conv1D", "activation");
    Check.notNull(kernelInitializer, "Conv1D", "kernelInitializer");
    Check.notNull(biasInitializer, "Conv1D", "biasInitializer");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "Conv1D");
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape output = Images.steps(input, kernelSize, dilationRate, strides, padding, filters);
    Images.requireChannels(input.dim(1), groups, input);
    return output;
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    Shape kernel = Shape.of(kernelSize, input.dim(1) / groups, filters);
    List<ParamSpec> params = new ArrayList<>();
    params.add(
        ParamSpec.of("kernel", kernel, kernelInitializer)
            .with(kernelRegularizer, kernelConstraint));
    if (useBias) {
      params.add(
          ParamSpec.of("bias", Shape.of(filters), biasInitializer)
              .with(biasRegularizer, biasConstraint));
    }
    return params;
  }

  /** Returns the same layer with another step of the window. */
  public Conv1D strides(int strides) {
    return Records.with(this, "strides", strides);
  }

  /** Returns the same layer with another padding. */
  public Conv1D padding(Padding padding) {
    return Records.with(this, "padding", padding);
  }

  /** Returns the same layer with its window pulled apart. */
  public Conv1D dilationRate(int dilationRate) {
    return Records.with(this, "dilationRate", dilationRate);
  }

  /** Returns the same layer with its channels in groups. */
  public Conv1D groups(int groups) {
    return Records.with(this, "groups", groups);
  }

  /** Returns the same layer with another activation. */
  public Conv1D activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with or without a bias. */
  public Conv1D useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public Conv1D kernelInitializer(Initializer kernelInitializer) {
    return Records.with(this, "kernelInitializer", kernelInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public Conv1D biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with another penalty on its kernel. */
  public Conv1D kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return Records.with(this, "kernelRegularizer", kernelRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public Conv1D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public Conv1D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its kernel. */
  public Conv1D kernelConstraint(@Nullable Constraint kernelConstraint) {
    return Records.with(this, "kernelConstraint", kernelConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public Conv1D biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  @Override
  public Conv1D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Conv1D"));
  }
}
