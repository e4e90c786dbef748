package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution in two: each channel by itself, as {@link DepthwiseConv2D}, then a 1x1 convolution
 * that mixes what came out (Chollet 2017).
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, depthwise kernel {@code (kernel
 * height, kernel width, channels, multiplier)}, pointwise kernel {@code (1, 1, channels ·
 * multiplier, filters)}, bias {@code (filters)}, y {@code (places down, places across, filters)};
 * see {@link Padding}. Defaults follow Keras: stride 1, padding valid, multiplier 1, no dilation,
 * no activation, Glorot-uniform kernels, zero bias.
 *
 * <pre>{@code SeparableConv2D(64, 3).padding(SAME).activation(relu)}</pre>
 *
 * @param filters channels of the output, at least 1
 * @param kernelSize the window
 * @param strides the window's step
 * @param padding what happens at the border
 * @param depthMultiplier how many outputs a channel makes in between, at least 1
 * @param dilationRate how far apart the window's pixels are; more than 1 only with strides of 1
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param depthwiseInitializer fills the depthwise kernel
 * @param pointwiseInitializer fills the pointwise kernel
 * @param biasInitializer fills the bias
 * @param depthwiseRegularizer what the depthwise kernel adds to the loss, or {@code null} for
 *     nothing
 * @param pointwiseRegularizer what the pointwise kernel adds to the loss, or {@code null} for
 *     nothing
 * @param biasRegularizer what the bias adds to the loss, or {@code null} for nothing
 * @param activityRegularizer what the output adds to the loss, by the mean over a batch: l1, l2 or
 *     both; {@code null} for nothing
 * @param depthwiseConstraint what is done to the depthwise kernel behind each step, or {@code null}
 *     for nothing
 * @param pointwiseConstraint what is done to the pointwise kernel behind each step, or {@code null}
 *     for nothing
 * @param biasConstraint what is done to the bias behind each step, or {@code null} for nothing
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record SeparableConv2D(
    int filters,
    Size kernelSize,
    Size strides,
    Padding padding,
    int depthMultiplier,
    Size dilationRate,
    Activation activation,
    boolean useBias,
    Initializer depthwiseInitializer,
    Initializer pointwiseInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer depthwiseRegularizer,
    @Nullable Regularizer pointwiseRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint depthwiseConstraint,
    @Nullable Constraint pointwiseConstraint,
    @Nullable Constraint biasConstraint,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public SeparableConv2D {
    Check.atLeast(1, filters, "SeparableConv2D", "filters");
    Check.notNull(kernelSize, "SeparableConv2D", "kernelSize");
    Check.notNull(strides, "SeparableConv2D", "strides");
    padding = Padding.ofImages(padding, "SeparableConv2D");
    Check.atLeast(1, depthMultiplier, "SeparableConv2D", "depthMultiplier");
    Check.notNull(dilationRate, "SeparableConv2D", "dilationRate");
    Check.notNull(activation, "SeparableConv2D", "activation");
    Check.notNull(depthwiseInitializer, "SeparableConv2D", "depthwiseInitializer");
    Check.notNull(pointwiseInitializer, "SeparableConv2D", "pointwiseInitializer");
    Check.notNull(biasInitializer, "SeparableConv2D", "biasInitializer");
    Images.requireStridesOrDilation(strides, dilationRate, "SeparableConv2D");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "SeparableConv2D");
  }

  @Override
  public Shape outputShape(Shape input) {
    return Images.places(input, kernelSize, dilationRate, strides, padding, filters);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    int between = Math.multiplyExact(input.dim(2), depthMultiplier);
    Shape depthwise =
        Shape.of(kernelSize.height(), kernelSize.width(), input.dim(2), depthMultiplier);
    List<ParamSpec> params = new ArrayList<>();
    params.add(
        ParamSpec.of("depthwise_kernel", depthwise, depthwiseInitializer)
            .with(depthwiseRegularizer, depthwiseConstraint));
    params.add(
        ParamSpec.of("pointwise_kernel", Shape.of(1, 1, between, filters), pointwiseInitializer)
            .with(pointwiseRegularizer, pointwiseConstraint));
    if (useBias) {
      params.add(
          ParamSpec.of("bias", Shape.of(filters), biasInitializer)
              .with(biasRegularizer, biasConstraint));
    }
    return params;
  }

  /** Returns the same layer with a step of {@code height} down and {@code width} across. */
  public SeparableConv2D strides(int height, int width) {
    return strides(new Size(height, width));
  }

  /** Returns the same layer with another step of the window. */
  public SeparableConv2D strides(Size strides) {
    return Records.with(this, "strides", strides);
  }

  /** Returns the same layer with another step of the window, the same down and across. */
  public SeparableConv2D strides(int strides) {
    return strides(Size.square(strides));
  }

  /** Returns the same layer with another padding. */
  public SeparableConv2D padding(Padding padding) {
    return Records.with(this, "padding", padding);
  }

  /** Returns the same layer with another number of outputs a channel. */
  public SeparableConv2D depthMultiplier(int depthMultiplier) {
    return Records.with(this, "depthMultiplier", depthMultiplier);
  }

  /** Returns the same layer with its window pulled apart. */
  public SeparableConv2D dilationRate(Size dilationRate) {
    return Records.with(this, "dilationRate", dilationRate);
  }

  /** Returns the same layer with its window pulled apart, the same down and across. */
  public SeparableConv2D dilationRate(int dilationRate) {
    return dilationRate(Size.square(dilationRate));
  }

  /** Returns the same layer with another activation. */
  public SeparableConv2D activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with or without a bias. */
  public SeparableConv2D useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its depthwise kernel. */
  public SeparableConv2D depthwiseInitializer(Initializer depthwiseInitializer) {
    return Records.with(this, "depthwiseInitializer", depthwiseInitializer);
  }

  /** Returns the same layer with another initializer of its pointwise kernel. */
  public SeparableConv2D pointwiseInitializer(Initializer pointwiseInitializer) {
    return Records.with(this, "pointwiseInitializer", pointwiseInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public SeparableConv2D biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with another penalty on its depthwise kernel. */
  public SeparableConv2D depthwiseRegularizer(@Nullable Regularizer depthwiseRegularizer) {
    return Records.with(this, "depthwiseRegularizer", depthwiseRegularizer);
  }

  /** Returns the same layer with another penalty on its pointwise kernel. */
  public SeparableConv2D pointwiseRegularizer(@Nullable Regularizer pointwiseRegularizer) {
    return Records.with(this, "pointwiseRegularizer", pointwiseRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public SeparableConv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public SeparableConv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its depthwise kernel. */
  public SeparableConv2D depthwiseConstraint(@Nullable Constraint depthwiseConstraint) {
    return Records.with(this, "depthwiseConstraint", depthwiseConstraint);
  }

  /** Returns the same layer with another constraint on its pointwise kernel. */
  public SeparableConv2D pointwiseConstraint(@Nullable Constraint pointwiseConstraint) {
    return Records.with(this, "pointwiseConstraint", pointwiseConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public SeparableConv2D biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  @Override
  public SeparableConv2D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "SeparableConv2D"));
  }
}
