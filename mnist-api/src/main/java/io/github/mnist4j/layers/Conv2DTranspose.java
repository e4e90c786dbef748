package io.github.mnist4j.layers;

import io.github.mnist4j.errors.Check;
import io.github.mnist4j.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way back through a convolution: each input pixel lays its number times the kernel onto the
 * output, {@code y[i·s+u·d, j·s+v·d, o] += x[i,j,c] · kernel[u,v,o,c]}; makes images larger.
 *
 * <p>Shapes, per sample: x {@code (height, width, channels)}, kernel {@code (kernel height, kernel
 * width, filters, channels)}, bias {@code (filters)}, y {@code (height · stride, width · stride,
 * filters)} with padding same; with padding valid, larger by what the window has beyond the stride.
 * Defaults follow Keras: stride 1, padding valid, no dilation, no activation, Glorot-uniform
 * kernel, zero bias.
 *
 * <pre>{@code Conv2DTranspose(16, 3).strides(2).padding(SAME).activation(relu)}</pre>
 *
 * @param filters channels of the output, at least 1
 * @param kernelSize the window
 * @param strides the window's step
 * @param padding what happens at the border
 * @param dilationRate how far apart the window's pixels are; more than 1 only with strides of 1
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
public record Conv2DTranspose(
    int filters,
    Size kernelSize,
    Size strides,
    Padding padding,
    Size dilationRate,
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
  public Conv2DTranspose {
    Check.atLeast(1, filters, "Conv2DTranspose", "filters");
    Check.notNull(kernelSize, "Conv2DTranspose", "kernelSize");
    Check.notNull(strides, "Conv2DTranspose", "strides");
    padding = Padding.ofImages(padding, "Conv2DTranspose");
    Check.notNull(dilationRate, "Conv2DTranspose", "dilationRate");
    Check.notNull(activation, "Conv2DTranspose", "activation");
    Check.notNull(kernelInitializer, "Conv2DTranspose", "kernelInitializer");
    Check.notNull(biasInitializer, "Conv2DTranspose", "biasInitializer");
    Images.requireStridesOrDilation(strides, dilationRate, "Conv2DTranspose");
    activityRegularizer = Regularizers.ofActivity(activityRegularizer, "Conv2DTranspose");
  }

  @Override
  public Shape outputShape(Shape input) {
    Images.requireImage(input);
    return Shape.of(
        length(input.dim(0), kernelSize.height(), strides.height(), dilationRate.height()),
        length(input.dim(1), kernelSize.width(), strides.width(), dilationRate.width()),
        filters);
  }

  private int length(int size, int window, int stride, int dilation) {
    int reach = (window - 1) * dilation + 1;
    int whole = Math.multiplyExact(size, stride);
    return padding == Padding.SAME ? whole : Math.addExact(whole, Math.max(reach - stride, 0));
  }

  @Override
  public List<ParamSpec> params(Shape input) {
    Shape kernel = Shape.of(kernelSize.height(), kernelSize.width(), filters, input.dim(2));
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
  public Conv2DTranspose strides(int height, int width) {
    return strides(new Size(height, width));
  }

  /** Returns the same layer with another step of the window. */
  public Conv2DTranspose strides(Size strides) {
    return Records.with(this, "strides", strides);
  }

  /** Returns the same layer with another step of the window, the same down and across. */
  public Conv2DTranspose strides(int strides) {
    return strides(Size.square(strides));
  }

  /** Returns the same layer with another padding. */
  public Conv2DTranspose padding(Padding padding) {
    return Records.with(this, "padding", padding);
  }

  /** Returns the same layer with its window pulled apart. */
  public Conv2DTranspose dilationRate(Size dilationRate) {
    return Records.with(this, "dilationRate", dilationRate);
  }

  /** Returns the same layer with its window pulled apart, the same down and across. */
  public Conv2DTranspose dilationRate(int dilationRate) {
    return dilationRate(Size.square(dilationRate));
  }

  /** Returns the same layer with another activation. */
  public Conv2DTranspose activation(Activation activation) {
    return Records.with(this, "activation", activation);
  }

  /** Returns the same layer with or without a bias. */
  public Conv2DTranspose useBias(boolean useBias) {
    return Records.with(this, "useBias", useBias);
  }

  /** Returns the same layer with another initializer of its kernel. */
  public Conv2DTranspose kernelInitializer(Initializer kernelInitializer) {
    return Records.with(this, "kernelInitializer", kernelInitializer);
  }

  /** Returns the same layer with another initializer of its bias. */
  public Conv2DTranspose biasInitializer(Initializer biasInitializer) {
    return Records.with(this, "biasInitializer", biasInitializer);
  }

  /** Returns the same layer with another penalty on its kernel. */
  public Conv2DTranspose kernelRegularizer(@Nullable Regularizer kernelRegularizer) {
    return Records.with(this, "kernelRegularizer", kernelRegularizer);
  }

  /** Returns the same layer with another penalty on its bias. */
  public Conv2DTranspose biasRegularizer(@Nullable Regularizer biasRegularizer) {
    return Records.with(this, "biasRegularizer", biasRegularizer);
  }

  /** Returns the same layer with a penalty on its output. */
  public Conv2DTranspose activityRegularizer(@Nullable Regularizer activityRegularizer) {
    return Records.with(this, "activityRegularizer", activityRegularizer);
  }

  /** Returns the same layer with another constraint on its kernel. */
  public Conv2DTranspose kernelConstraint(@Nullable Constraint kernelConstraint) {
    return Records.with(this, "kernelConstraint", kernelConstraint);
  }

  /** Returns the same layer with another constraint on its bias. */
  public Conv2DTranspose biasConstraint(@Nullable Constraint biasConstraint) {
    return Records.with(this, "biasConstraint", biasConstraint);
  }

  @Override
  public Conv2DTranspose name(String name) {
    return Records.with(this, "name", Check.layerName(name, "Conv2DTranspose"));
  }
}
