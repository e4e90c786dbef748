package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution over height and width: {@code y[i,j,o] = activation(bias[o] + Σ x[i·s+u·d, j·s+v·d,
 * c] · kernel[u,v,c,o])}.
 *
 * <p>It is a cross-correlation, as in every library for networks: the kernel is not turned. With
 * groups, each group of filters sees its own part of the channels only.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, kernel {@code (kernel height, kernel
 * width, channels / groups, filters)}, bias {@code (filters)}, y {@code (places down, places
 * across, filters)}; see {@link Padding}. Defaults follow Keras: stride 1, padding valid, no
 * dilation, one group, no activation, Glorot-uniform kernel, zero bias.
 *
 * <pre>{@code Conv2D(32, 3, relu).strides(2).padding(SAME)}</pre>
 *
 * @param filters channels of the output, at least 1
 * @param kernelSize the window
 * @param strides the window's step
 * @param padding what happens at the border
 * @param dilationRate how far apart the window's pixels are; more than 1 only with strides of 1
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
public record Conv2D(
    int filters,
    Size kernelSize,
    Size strides,
    Padding padding,
    Size dilationRate,
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
  public Conv2D {
    Check.atLeast(1, filters, "Conv2D", "filters");
    Check.notNull(kernelSize, "Conv2D", "kernelSize");
    Check.notNull(strides, "Conv2D", "strides");
    padding = Padding.ofImages(padding, "Conv2D");
    Check.notNull(dilationRate, "Conv2D", "dilationRate");
    Check.atLeast(1, groups, "Conv2D", "groups");
    Images.requireStridesOrDilation(strides, dilationRate, "Conv2D");
    Images.requireGroups(filters, groups, "Conv2D");
    Check.notNull(activation, "Conv2D", "activation");
    Check.notNull(kernelInitializer, "Conv2D", "kernelInitializer");
    Check.notNull(biasInitializer, "Conv2D", "biasInitializer");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "Conv2D");
  }

  @Override
  public Shape outputShape(Shape input) {
    Shape output = Images.places(input, kernelSize, dilationRate, strides, padding, filters);
    Images.requireChannels(input.dim(2), groups, input);
    return output;
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    Shape kernel =
        Shape.of(kernelSize.height(), kernelSize.width(), input.dim(2) / groups, filters);
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

  /** Returns the same layer with a step of {@code height} down and {@code width} across. */
  public Conv2D strides(int height, int width) {
    return strides(new Size(height, width));
  }

  /** Returns the same layer with another step of the window. */
  public Conv2D strides(Size strides) {
    return Records.with(this, "strides", strides);
  }

  /** Returns the same layer with another step of the window, the same down and across. */
  public Conv2D strides(int strides) {
    return strides(Size.square(strides));
  }

  /** Returns the same layer with another padding. */
  public Conv2D padding(Padding padding) {
    return Records.with(this, "padding", padding);
  }

  /** Returns the same layer with its window pulled apart. */
  public Conv2D dilationRate(Size dilationRate) {
    return Records.with(this, "dilationRate", dilationRate);
  }

  /** Returns the same layer with its window pulled apart, the same down and across. */
  public Conv2D dilationRate(int dilationRate) {
    return dilationRate(Size.square(dilationRate));
  }

  /** Returns the same layer with its channels in groups. */
  public Conv2D groups(int groups) {
    return Records.with(this, "groups", groups);
  }

  /** Returns the same layer with another activation. */
  public Conv2D activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with or without a bias. */
  public Conv2D useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public Conv2D kernelInitializer(Initializer kernelInitializer) {
    return Records.with(this, "kernelInitializer", kernelInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public Conv2D biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with another penalty on its kernel. */
  public Conv2D kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return Records.with(this, "kernelRegularizer", kernelRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public Conv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public Conv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its kernel. */
  public Conv2D kernelConstraint(@Nullable Constraint kernelConstraint) {
    return Records.with(this, "kernelConstraint", kernelConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public Conv2D biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  @Override
  public Conv2D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Conv2D"));
  }
}
