package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolution of each channel by itself: {@code y[i,j,c·m+q] = activation(bias[c·m+q] + Σ
 * x[i·s+u·d, j·s+v·d, c] · kernel[u,v,c,q])}, m being the depth multiplier.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, kernel {@code (kernel height, kernel
 * width, channels, multiplier)}, bias {@code (channels · multiplier)}, y {@code (places down,
 * places across, channels · multiplier)}; see {@link Padding}. Defaults follow Keras: stride 1,
 * padding valid, multiplier 1, no dilation, no activation, Glorot-uniform kernel, zero bias.
 *
 * <pre>{@code DepthwiseConv2D(3).padding(SAME).activation(relu6)}</pre>
 *
 * @param kernelSize the window
 * @param strides the window's step
 * @param padding what happens at the border
 * @param depthMultiplier how many outputs a channel makes, at least 1
 * @param dilationRate how far apart the window's pixels are; more than 1 only with strides of 1
 * @param activation applied to the output
 * @param useBias whether a bias is added
 * @param depthwiseInitializer fills the kernel
 * @param biasInitializer fills the bias
 * @param depthwiseRegularizer what the kernel adds to the loss, or {@code null} for nothing
 * @param biasRegularizer what the bias adds to the loss, or {@code null} for nothing
 * @param activityRegularizer what the output adds to the loss, by the mean over a batch: l1, l2 or
 *     both; {@code null} for nothing
 * @param depthwiseConstraint what is done to the kernel behind each step, or {@code null} for
 *     nothing
 * @param biasConstraint what is done to the bias behind each step, or {@code null} for nothing
 * @param name the layer's name, or {@code null} for Keras' next one
 */
public record DepthwiseConv2D(
    Size kernelSize,
    Size strides,
    Padding padding,
    int depthMultiplier,
    Size dilationRate,
    Activation activation,
    boolean useBias,
    Initializer depthwiseInitializer,
    Initializer biasInitializer,
    @Nullable Regularizer depthwiseRegularizer,
    @Nullable Regularizer biasRegularizer,
    @Nullable Regularizer activityRegularizer,
    @Nullable Constraint depthwiseConstraint,
    @Nullable Constraint biasConstraint,
    @Nullable String name)
    implements Layer {
  /** Checks the ranges. */
  public DepthwiseConv2D {
    Check.notNull(kernelSize, "DepthwiseConv2D", "kernelSize");
    Check.notNull(strides, "DepthwiseConv2D", "strides");
    padding = Padding.ofImages(padding, "DepthwiseConv2D");
    Check.atLeast(1, depthMultiplier, "DepthwiseConv2D", "depthMultiplier");
    Check.notNull(dilationRate, "DepthwiseConv2D", "dilationRate");
    Check.notNull(activation, "DepthwiseConv2D", "activation");
    Check.notNull(depthwiseInitializer, "DepthwiseConv2D", "depthwiseInitializer");
    Check.notNull(biasInitializer, "DepthwiseConv2D", "biasInitializer");
    Images.requireStridesOrDilation(strides, dilationRate, "DepthwiseConv2D");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "DepthwiseConv2D");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireImage(input);
    int channels = Math.multiplyExact(input.dim(2), depthMultiplier);
    return Images.places(input, kernelSize, dilationRate, strides, padding, channels);
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), input.dim(2), depthMultiplier);
    List<ParamSpec> params = new ArrayList<>();
    params.add(
        ParamSpec.of("kernel", kernel, depthwiseInitializer)
            .with(depthwiseRegularizer, depthwiseConstraint));
    if (useBias) {
      Shape channels = Shape.of(input.dim(2) * depthMultiplier);
      params.add(
          ParamSpec.of("bias", channels, biasInitializer).with(biasRegularizer, biasConstraint));
    }
    return params;
  }

  /** Returns the same layer with a step of {@code height} down and {@code width} across. */
  public DepthwiseConv2D strides(int height, int width) {
    return strides(new Size(height, width));
  }

  /** Returns the same layer with another step of the window. */
  public DepthwiseConv2D strides(Size strides) {
    return Records.with(this, "strides", strides);
  }

  /** Returns the same layer with another step of the window, the same down and across. */
  public DepthwiseConv2D strides(int strides) {
    return strides(Size.square(strides));
  }

  /** Returns the same layer with another padding. */
  public DepthwiseConv2D padding(Padding padding) {
    return Records.with(this, "padding", padding);
  }

  /** Returns the same layer with another number of outputs a channel. */
  public DepthwiseConv2D depthMultiplier(int depthMultiplier) {
    return Records.with(this, "depthMultiplier", depthMultiplier);
  }

  /** Returns the same layer with its window pulled apart. */
  public DepthwiseConv2D dilationRate(Size dilationRate) {
    return Records.with(this, "dilationRate", dilationRate);
  }

  /** Returns the same layer with its window pulled apart, the same down and across. */
  public DepthwiseConv2D dilationRate(int dilationRate) {
    return dilationRate(Size.square(dilationRate));
  }

  /** Returns the same layer with another activation. */
  public DepthwiseConv2D activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with or without a bias. */
  public DepthwiseConv2D useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public DepthwiseConv2D depthwiseInitializer(Initializer depthwiseInitializer) {
    return Records.with(this, "depthwiseInitializer", depthwiseInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public DepthwiseConv2D biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with another penalty on its kernel. */
  public DepthwiseConv2D depthwiseRegularizer(@Nullable Regularizer depthwiseRegularizer) {
    return Records.with(this, "depthwiseRegularizer", depthwiseRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public DepthwiseConv2D biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public DepthwiseConv2D activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its kernel. */
  public DepthwiseConv2D depthwiseConstraint(@Nullable Constraint depthwiseConstraint) {
    return Records.with(this, "depthwiseConstraint", depthwiseConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public DepthwiseConv2D biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  @Override
  public DepthwiseConv2D name(String name) {
    return Records.with(this, "name", Check.layerName(name, "DepthwiseConv2D"));
  }
}
